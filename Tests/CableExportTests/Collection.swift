import CableArchive
import TestSupport

/// Collections to write.
enum Collection {
  /// The cables of some paths in memory.
  static func archive(_ paths: [String] = [Seeds.folder]) throws -> Archive {
    let archive = try Archive.inMemory()
    try PathLoad(paths: paths, archive: archive).run { _ in }
    return archive
  }

  /// A cable whose subject has what every format must be careful with.
  static func awkward(_ subject: String) -> String {
    """
    C O N F I D E N T I A L NAIROBI 001234

    E.O. 12958: DECL: 03/15/2016
    TAGS: PREL, KE
    SUBJECT: \(subject)

    REF: A. NAIROBI 1100
         B. 05 STATE 9

    1. (C) Words.
    DOE
    """
  }
}
