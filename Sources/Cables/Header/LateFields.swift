/// Fields of the header that some drafters put into the first paragraphs.
struct LateFields {
  private(set) var classifiedBy: ClassifiedByField?
  private(set) var referenceBlocks: [Range<Int>] = []

  /// Looks at the first blocks of a body for what the header has not.
  init(_ bytes: [UInt8], _ blocks: [Block], header: HeaderParser) {
    for block in blocks.prefix(4) where block.kind == .paragraph || block.kind == .text {
      let limit = Swift.min(block.range.upperBound, block.range.lowerBound + 2048)
      guard let field = HeaderField(bytes, at: block.range.lowerBound, before: limit),
        field.valueStart < limit
      else { continue }
      let value = field.valueStart..<limit
      switch field.kind {
      case .references where field.hasColon && header.referenceBlocks.isEmpty:
        referenceBlocks.append(value)
      case .classifiedBy where header.classifiedBy == nil:
        classifiedBy = classifiedBy ?? ClassifiedByField(bytes, value)
      default: break
      }
    }
  }
}
