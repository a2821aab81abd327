import Glibc

/// Why bytes stopped coming.
enum InputError: Error, Equatable {
  /// The system's error number.
  case system(Int32)
  /// Neither file nor folder.
  case notAFile
  /// An archive's own words for what is wrong with it.
  case damagedArchive(String)
  /// An archive that unpacks to more than is believable.
  case overgrown
  /// The reading was asked to stop.
  case cancelled
}

extension InputError {
  /// The problem in a reader's words; nil where nothing is wrong but the reading was stopped.
  func problem(at location: RecordLocation) -> SourceProblem? {
    switch self {
    case .cancelled:
      return nil
    case .notAFile:
      return SourceProblem(
        location: location, kind: .notAFile,
        message: "\(location) is a device, pipe or socket and is not opened; "
          + "pipe its content in and name the input -.")
    case .damagedArchive(let reason):
      return SourceProblem(
        location: location, kind: .damagedArchive,
        message: "\(location) cannot be unpacked to its end (\(reason)); "
          + "what came before is kept. Fetch it again, or unpack it by other means.")
    case .overgrown:
      return SourceProblem(
        location: location, kind: .overgrownArchive,
        message: "\(location) unpacks to hundreds of times its size and was left there; "
          + "unpack it by hand if that is right.")
    case .system(let number):
      return InputError.systemProblem(number, at: location)
    }
  }

  static func systemProblem(_ number: Int32, at location: RecordLocation) -> SourceProblem {
    let kind: SourceProblem.Kind
    let message: String
    switch number {
    case ENOENT, ENOTDIR:
      kind = .missing
      message = "\(location) does not exist; check the spelling, or whether it was moved."
    case ELOOP:
      kind = .linkLoop
      message = "\(location) is a link that leads back to itself; remove the link."
    case EACCES, EPERM:
      kind = .unreadable
      message = "\(location) may not be read (permission denied); change its permissions."
    case EMFILE, ENFILE:
      kind = .unreadable
      message = "\(location) cannot be opened because too many files are open; raise `ulimit -n`."
    case ENAMETOOLONG:
      kind = .unreadable
      message = "\(location) has too long a path to be opened; move it nearer to the root."
    default:
      kind = .unreadable
      message =
        "\(location) cannot be read (\(String(cString: strerror(number)))); "
        + "check the disk, or copy it elsewhere."
    }
    return SourceProblem(location: location, kind: kind, message: message)
  }
}
