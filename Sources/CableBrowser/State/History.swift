import Cables

/// Where the reader has been, as in a web browser.
struct History: Sendable {
  /// A page with everything needed to come back to it.
  struct Place: Sendable, Equatable {
    var key: Page.Key
    var offset: Int
    var selectedLink: Int?
    var view: DetailState.View
    var query: String
    /// The row selected in the list.
    var listRow: Int64?
    var focus: Focus
  }

  private(set) var back: [Place] = []
  private(set) var forward: [Place] = []

  /// Remembers a place that is being left for a new one.
  mutating func leave(_ place: Place) {
    if back.last?.key == place.key { back.removeLast() }
    back.append(place)
    forward = []
  }

  /// Goes back; the place at hand can then be gone forward to.
  mutating func goBack(from place: Place?) -> Place? {
    guard let target = back.popLast() else { return nil }
    if let place { forward.append(place) }
    return target
  }

  /// Goes forward; the place at hand can then be gone back to.
  mutating func goForward(from place: Place?) -> Place? {
    guard let target = forward.popLast() else { return nil }
    if let place { back.append(place) }
    return target
  }
}
