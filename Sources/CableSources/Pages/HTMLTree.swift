import CHTML

/// A page as libxml2 understands it: entities resolved, missing and stray tags put right.
final class HTMLTree {
  /// An element of the tree; valid as long as the tree.
  struct Element: Equatable {
    fileprivate let node: OpaquePointer

    /// The name in lower case.
    let name: String
  }

  /// Whether the page nests so deep that the rest of it was left unread.
  let isCutOff: Bool
  private let document: OpaquePointer

  /// Reads a page in UTF-8; nil where there is no page in it.
  init?(_ text: [UInt8]) {
    var cutOff: Int32 = 0
    let document = HTMLTree.guarded(text).withUnsafeBufferPointer { bytes in
      chtml_read(bytes.baseAddress, Int32(clamping: bytes.count), &cutOff)
    }
    guard let document else { return nil }
    self.document = document
    isCutOff = cutOff != 0
  }

  deinit {
    chtml_free(document)
  }

  /// Visits the elements in reading order; `body` says whether to go into an element.
  func forEachElement(_ body: (Element) -> Bool) {
    guard let root = chtml_root(document) else { return }
    HTMLTree.walk(root) { node in
      guard chtml_node_kind(node) == CHTML_ELEMENT else { return false }
      return body(Element(node: node, name: HTMLTree.name(node)))
    }
  }

  /// Visits the elements below one in reading order; `body` says whether to go into an element.
  func forEachElement(in element: Element, _ body: (Element) -> Bool) {
    HTMLTree.walk(element.node) { node in
      guard chtml_node_kind(node) == CHTML_ELEMENT else { return false }
      return node == element.node || body(Element(node: node, name: HTMLTree.name(node)))
    }
  }

  /// The text below an element as it stands there; `br` is a line end.
  func text(of element: Element) -> [UInt8] {
    var text: [UInt8] = []
    HTMLTree.walk(element.node) { node in
      if HTMLTree.name(node) == "br" { text.append(0x0A) }
      var count: Int32 = 0
      if let content = chtml_text(node, &count) {
        text.append(contentsOf: UnsafeBufferPointer(start: content, count: Int(count)))
      }
      return true
    }
    return text
  }

  /// The text below an element in one line.
  func line(of element: Element) -> String {
    text(of: element).split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  private static func name(_ node: OpaquePointer) -> String {
    guard let name = chtml_name(node) else { return "" }
    return chtml_has_attribute(node, mark) == 0 ? String(cString: name) : "pre"
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
  private static func walk(_ root: OpaquePointer, _ visit: (OpaquePointer) -> Bool) {
    var node = root
    while true {
      if visit(node), let child = chtml_first_child(node) {
        node = child
        continue
      }
      while node != root, chtml_next(node) == nil, let parent = chtml_parent(node) {
        node = parent
      }
      guard node != root, let next = chtml_next(node) else { return }
      node = next
    }
  }
}
