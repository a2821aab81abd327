import CXML2

/// A page as libxml2 understands it: entities resolved, missing and stray tags put right.
final class HTMLTree {
  /// An element of the tree; valid as long as the tree.
  struct Element: Equatable {
    fileprivate let node: xmlNodePtr

    /// The name in lower case.
    let name: String
  }

  /// Whether the page nests so deep that the rest of it was left unread.
  let isCutOff: Bool
  private let document: htmlDocPtr

  /// Reads a page in UTF-8; nil where there is no page in it.
  init?(_ text: [UInt8]) {
    xmlInitParser()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    guard let context = htmlNewParserCtxt() else { return nil }
    defer { htmlFreeParserCtxt(context) }
    let document = HTMLTree.guarded(text).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        htmlCtxtReadMemory(
          context, characters.baseAddress, Int32(clamping: characters.count), nil, "UTF-8",
          Int32(options))
      }
    }
    guard let document else { return nil }
    self.document = document
    isCutOff = context.pointee.disableSAX != 0
  }

  deinit {
    xmlFreeDoc(document)
  }

  /// Visits the elements in reading order; `body` says whether to go into an element.
  func forEachElement(_ body: (Element) -> Bool) {
    guard let root = xmlDocGetRootElement(document) else { return }
    HTMLTree.walk(root) { node in
      guard node.pointee.type == XML_ELEMENT_NODE else { return false }
      return body(Element(node: node, name: HTMLTree.name(node)))
    }
  }

  /// Visits the elements below one in reading order; `body` says whether to go into an element.
  func forEachElement(in element: Element, _ body: (Element) -> Bool) {
    HTMLTree.walk(element.node) { node in
      guard node.pointee.type == XML_ELEMENT_NODE else { return false }
      return node == element.node || body(Element(node: node, name: HTMLTree.name(node)))
    }
  }

  /// The text below an element as it stands there; `br` is a line end.
  func text(of element: Element) -> [UInt8] {
    var text: [UInt8] = []
    HTMLTree.walk(element.node) { node in
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = node.pointee.content {
          text.append(
            contentsOf: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
        }
      case XML_ELEMENT_NODE:
        if HTMLTree.name(node) == "br" { text.append(0x0A) }
        return true
      default: break
      }
      return false
    }
    return text
  }

  /// The text below an element in one line.
  func line(of element: Element) -> String {
    text(of: element).split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  private static func name(_ node: xmlNodePtr) -> String {
    guard let name = node.pointee.name else { return "" }
    return xmlHasProp(node, mark) == nil ? String(cString: name) : "pre"
  }

  private static let mark = "cable-text"

  /// Gives `pre` elements another name, and a mark to know them by.
  ///
  /// libxml2 ends a `pre` where a list, a rule or a form begins, as HTML 4 wants it; browsers do not, and a stray tag would cut
  /// off the rest of a cable. Nothing ends an `ins` before its end tag.
  private static func guarded(_ text: [UInt8]) -> [UInt8] {
    var guarded: [UInt8] = []
    guarded.reserveCapacity(text.count + 64)
    var copied = 0
    for index in text.indices where text[index] == UInt8(ascii: "<") {
      let isEnd = index + 1 < text.count && text[index + 1] == UInt8(ascii: "/")
      let name = index + (isEnd ? 2 : 1)
      guard name + 3 < text.count, text[name] | 0x20 == UInt8(ascii: "p"),
        text[name + 1] | 0x20 == UInt8(ascii: "r"), text[name + 2] | 0x20 == UInt8(ascii: "e"),
        text[name + 3] <= 0x20 || text[name + 3] == UInt8(ascii: ">")
      else { continue }
      guarded += text[copied..<name]
      guarded += isEnd ? Array("ins".utf8) : Array("ins \(mark)=''".utf8)
      copied = name + 3
    }
    return guarded + text[copied...]
  }

  /// Goes through a tree without recursion, since pages nest as deep as their authors forget to close tags.
  private static func walk(_ root: xmlNodePtr, _ visit: (xmlNodePtr) -> Bool) {
    var node = root
    while true {
      if visit(node), let child = node.pointee.children {
        node = child
        continue
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
        node = parent
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }
}
