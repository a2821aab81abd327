/// Something among the inputs that could not be read; the rest goes on without it.
public struct SourceProblem: Sendable, Hashable {
  /// What is wrong; the raw value is the stable name in reports.
  public enum Kind: String, Sendable, CaseIterable {
    /// The path, or a file that was there a moment ago, does not exist.
    case missing
    /// The system refuses to open or read it.
    case unreadable
    /// A device, a pipe or a socket, which is never opened.
    case notAFile = "not-a-file"
    /// No text: an image, a program, a document of an office suite.
    case binary
    /// A file without a byte, or a record without text.
    case empty
    /// A folder without a file in it or below it.
    case emptyFolder = "empty-folder"
    /// A link that leads back to a folder above it or to itself.
    case linkLoop = "link-loop"
    /// A row of a table or a line of an export that breaks the rules of its format.
    case damagedRow = "damaged-row"
    /// A web page that cannot be read to its end.
    case damagedPage = "damaged-page"
    /// An archive that cannot be unpacked, or not to its end.
    case damagedArchive = "damaged-archive"
    /// An archive that unpacks to hundreds of times its size.
    case overgrownArchive = "overgrown-archive"
    /// A text or row that grows beyond what a cable can be.
    case tooLarge = "too-large"
    /// A page or an export without a cable in it.
    case noCable = "no-cable"
  }

  /// Where it is.
  public var location: RecordLocation
  /// What is wrong.
  public var kind: Kind
  /// A sentence that says what is wrong, where, and what to do.
  public var message: String

  /// Creates a problem.
  public init(location: RecordLocation, kind: Kind, message: String) {
    self.location = location
    self.kind = kind
    self.message = message
  }

  /// The problem that stands for an error number of the system, `ENOENT`.
  public static func refusal(_ number: Int32, at location: RecordLocation) -> SourceProblem {
    InputError.systemProblem(number, at: location)
  }
}

extension SourceProblem: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
