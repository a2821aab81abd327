/// A line of hyphens, as typed under headings.
enum Rule {
  /// Whether a line has three or more of one drawing character and nothing but blanks beside.
  static func matches(_ bytes: [UInt8], _ line: Line) -> Bool {
    guard line.end - line.first >= 3 else { return false }
    let mark = bytes[line.first]
    guard
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") || mark == UInt8(ascii: "_")
        || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "~")
    else { return false }
    var marks = 0
    for index in line.content {
      if bytes[index] == mark {
        marks += 1
      } else if !bytes[index].isBlank, bytes[index] != UInt8(ascii: "-") {
        return false
      }
    }
    return marks >= 3
  }
}
