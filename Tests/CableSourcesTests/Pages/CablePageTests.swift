import CableSources
import Cables
import TestSupport
import Testing

@Suite struct CablePageTests {
  private func items(_ page: String) throws -> CollectedItems {
    try items(Array(page.utf8))
  }

  private func items(_ page: [UInt8]) throws -> CollectedItems {
    let folder = try TemporaryFolder()
    return CollectedItems(try folder.write(page, to: "03ROME1605.html"))
  }

  private func page(
    _ header: String = "FM AMEMBASSY ROME", _ body: String = "S E C R E T",
    created: String =
      "2003-04-15 10:10"
  ) -> String {
    """
    <!DOCTYPE html>
    <html><head><title>Viewer</title><style>pre { x: y }</style></head><body>
    <div class="side"><h3>Browse</h3><pre>panel text</pre><a href="x">by date</a></div>
    <h3>Viewing cable 03ROME1605, ITALY: A VISIT &amp; MORE</h3>
    <table class='cable'>
    <tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
    <tr><td><a href='/x'>03ROME1605</a></td><td><a>\(created)</a></td><td>2010-12-01 12:00</td>
    <td>SECRET//NOFORN</td><td><a>Embassy Rome</a></td></tr>
    </table>
    <code><pre>\(header)</pre></code>
    <code><pre>\(body)</pre></code>
    <div><p>panel below</p></div></body></html>
    """
  }

  @Test func `reads metadata, header and body, and no panel`() throws {
    let items = try items(page())
    let hints = try #require(items.records.first?.hints)
    #expect(items.texts == ["FM AMEMBASSY ROME\nS E C R E T"])
    #expect(hints.fileName == "03ROME1605.html")
    #expect(hints.id == "03ROME1605")
    #expect(hints.title == "ITALY: A VISIT & MORE")
    #expect(hints.date?.iso8601 == "2003-04-15T10:10Z")
    #expect(hints.isMinuteFalse)
    #expect(hints.classification == "SECRET//NOFORN")
    #expect(hints.origin == "Embassy Rome")
    #expect(items.problems.isEmpty)
  }

  @Test func `believes a minute that is not the hour again`() throws {
    let items = try items(page(created: "2003-04-15 10:42"))
    #expect(items.records.first?.hints.isMinuteFalse == false)
  }

  @Test(arguments: [
    ("a&#x000A;b&#10;c", "a\nb\nc"),
    ("&lt;x&gt; &amp;amp; &quot;q&quot; &#xB6;1. caf&eacute;", "<x> &amp; \"q\" ¶1. café"),
    ("AT&T and &centrales8 &nosuch; R&D", "AT&T and &centrales8 &nosuch; R&D"),
    ("a<br>b<br/>c", "a\nb\nc"),
    (
      "a <b>bold <a href='#'>link</a> <i>open ¶2. <span class='x'>span", "a bold link open ¶2. span"
    ),
    ("a </b></i> b", "a  b"),
    ("a <p>b</p> <h1>c</h1><ul><li>d</ul> e", "a b cd e"),
    ("a<hr>b<form>c</form>d<dl><dt>e<table><tr><td>f</table>g <ins>h</ins>", "abcdefg h"),
    ("1 < 2 and 3 > 2 <- x", "1 < 2 and 3 > 2 <- x"),
    ("one<!-- note -->two", "onetwo"),
  ])
  func `reads a body as a browser would`(html: String, text: String) throws {
    #expect(try items(page("h", html)).texts == ["h\n" + text])
  }

  @Test func `reads a table with labels at the left`() throws {
    let items = try items(
      """
      <html><table>
      <tr><td>Reference ID:</td><td>03ROME1</td></tr><tr><td>Created:</td><td>2003-04-15</td></tr>
      <tr><td>Classification</td><td></td></tr><tr><td>Origin</td><td>Embassy Rome</td></tr>
      </table><pre>h</pre><pre>b</pre></html>
      """)
    let hints = try #require(items.records.first?.hints)
    #expect(hints.id == "03ROME1")
    #expect(hints.date?.iso8601 == "2003-04-15")
    #expect(hints.classification == nil)
    #expect(hints.origin == "Embassy Rome")
  }

  @Test func `finds the cable inside a table that frames the page`() throws {
    let framed = page().replacing("<body>", with: "<body><table><tr><td>")
      .replacing("</body>", with: "</td></tr></table></body>")
    #expect(try items(framed).texts == ["FM AMEMBASSY ROME\nS E C R E T"])
  }

  @Test func `reads several cables of one page`() throws {
    let second = """
      <table class="cable"><tr><td>Reference ID</td><td>03ROME1606</td></tr></table>
      <pre>h2</pre><pre>b2</pre>
      """
    let two = page("h1", "b1").replacing("<div><p>panel", with: second + "<div><p>panel")
    let items = try items(two)
    #expect(items.texts == ["h1\nb1", "h2\nb2"])
    #expect(items.records.map(\.hints.id) == ["03ROME1605", "03ROME1606"])
    #expect(items.records.last?.location.description.hasSuffix("03ROME1605.html cable 2") == true)
  }

  @Test func `takes bare text elements where there is no table`() throws {
    let items = try items("<html><body><pre>S E C R E T ROME 12</pre></body></html>")
    #expect(items.texts == ["S E C R E T ROME 12"])
    #expect(items.records.first?.hints.fileName == "03ROME1605.html")
  }

  @Test(arguments: [
    "<html><body><p>About us</p></body></html>", "<!DOCTYPE html>", "<?xml version='1.0'?><a/>",
  ])
  func `says that a page holds no cable`(page: String) throws {
    #expect(try items(page).kinds == [.noCable])
  }

  @Test func `reads damaged UTF-8 and other encodings`() throws {
    let body = Array("caf".utf8) + [0xE9, 0x20, 0x93] + Array("é".utf8) + [0x94, 0, 0xF0]
    let bytes = Array(page("h", "#").utf8).split(separator: UInt8(ascii: "#"), maxSplits: 1)
    let items = try items(Array(bytes[0]) + body + Array(bytes[1]))
    #expect(items.texts == ["h\ncafé “é” ð"])
    #expect(try self.items(SampleText.wide(page("h", "né 😀"))).texts == ["h\nné 😀"])
  }

  @Test func `loses no text to tags nobody closed, or says so`() throws {
    let few = String(repeating: "<b>x", count: 100)
    #expect(try items(page("h", few)).texts == ["h\n" + String(repeating: "x", count: 100)])
    let many = String(repeating: "<b>x", count: 5000)
    #expect(try items(page("h", many)).kinds == [.damagedPage])
  }
}
