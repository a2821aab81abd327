import Foundation

/// The five seed cables of the repository.
public enum Seeds {
  /// The folder with the seeds.
  public static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "seeds").path

  /// The seeds' file names, in order.
  public static let names = [
    "000_7ba37f9384849cd0.txt", "001_e51e585fe4fc7e69.txt", "002_755dd3d84fb29089.txt",
    "003_7d6a0fa9de5cb31a.txt", "004_6af71fe6573effdb.txt",
  ]

  /// The bytes of a seed.
  public static func bytes(_ index: Int) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: folder).appending(path: names[index])))
  }
}
