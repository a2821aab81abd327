import Cables
import Foundation
import Testing

/// One of the sample files under `seeds/`.
struct Seed: Sendable, CustomTestStringConvertible {
  var name: String

  static let all = ["000", "001", "002", "003", "004"].map(Seed.init(name:))

  var testDescription: String { name }

  /// The bytes of the file whose name begins with the number.
  func bytes() throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "seeds")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let file = try #require(files.first { $0.lastPathComponent.hasPrefix(name) })
    return [UInt8](try Data(contentsOf: file))
  }

  func cable() throws -> Cable { CableParser().parse(try bytes()) }
}
