import Cables

/// A cable as a web page: a table of metadata, then header and text as preformatted text.
struct CablePage {
  private let cable: CorpusCable
  private let written: WrittenCable

  init(_ cable: CorpusCable, written: WrittenCable) {
    self.cable = cable
    self.written = written
  }

  /// Appends the page.
  func append(to bytes: inout [UInt8]) {
    let truth = cable.truth
    let date = truth.date
    let day = "\(date.year)-\(date.month.digits(2))-\(date.day.digits(2))"
    // The pages give the hour a second time where the minute belongs.
    let created = "\(day) \(date.hour.digits(2)):\(date.hour.digits(2))"
    bytes.put(
      """
      <!DOCTYPE html>
      <html>
      <head><title>Cable \(truth.id)</title><meta charset="utf-8"></head>
      <body>
      <div class='sidebar'><h3>Browse by origin</h3><p><a href='#'>A</a> <a href='#'>B</a></p></div>
      <h3>Viewing cable \(truth.id), \(truth.subject ?? "")</h3>
      <table class='cable'>
      <tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
      <tr>
      <td><a href='/cable/\(date.year)/\(date.month.digits(2))/\(truth.id).html'>\(truth.id)</a></td>
      <td>\(created)</td>
      <td>2011-08-30 01:44</td>
      <td>\(truth.classificationLine)</td>
      <td>\(cable.station.post.displayName)</td>
      </tr>
      </table>
      <pre>
      """)
    CablePage.putEscaped(written.bytes[..<written.bodyStart], to: &bytes)
    bytes.put("</pre>\n<pre>")
    CablePage.putEscaped(written.bytes[written.bodyStart...], to: &bytes)
    bytes.put("</pre>\n</body>\n</html>\n")
  }

  private static func putEscaped(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes.put("&amp;")
      case UInt8(ascii: "<"): bytes.put("&lt;")
      case UInt8(ascii: ">"): bytes.put("&gt;")
      case UInt8(ascii: "\n"): bytes.put("&#x000A;")
      default: bytes.append(byte)
      }
    }
  }
}
