/// How near two words are.
enum Spelling {
  /// Whether two words differ by exactly one letter that is wrong, missing or too many, or by two that changed places.
  static func isOneSlipApart(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard long.count - short.count <= 1 else { return false }
    var same = 0
    while same < short.count, short[same] == long[same] { same += 1 }
    if short.count == long.count {
      guard same < short.count else { return false }
      if short[(same + 1)...].elementsEqual(long[(same + 1)...]) { return true }
      return same + 1 < short.count && short[same] == long[same + 1]
        && short[same + 1] == long[same]
        && short[(same + 2)...].elementsEqual(long[(same + 2)...])
    }
    return short[same...].elementsEqual(long[(same + 1)...])
  }
}
