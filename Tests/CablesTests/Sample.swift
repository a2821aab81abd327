import Cables

/// A made-up cable whose parts a test replaces one by one.
struct Sample {
  var header = """
    VZCZCXYZ0042
    PP RUEHC RUEHDR
    DE RUEHNR #1234 0741310
    ZNY CCCCC ZZH
    P 151310Z MAR 06
    FM AMEMBASSY NAIROBI
    TO RUEHC/SECSTATE WASHDC PRIORITY 9876
    INFO RUEHDR/AMEMBASSY DAR ES SALAAM 1122

    """
  var classLine = "C O N F I D E N T I A L NAIROBI 001234"
  var captions = "SIPDIS"
  var order = "E.O. 12958: DECL: 03/15/2016"
  var tags = "TAGS: PREL, PGOV, KE"
  var subject = "SUBJECT: HARBOR DREDGING AND ITS FRIENDS"
  var references: String?
  var classifiedBy = "Classified By: Ambassador Jane Q. Doe for reasons 1.4 (b) and (d)."
  var body = """
    ¶1. (C) The minister received us for an hour and was in a good mood.

    ¶2. (U) He spoke about dredging.
    DOE
    """
  var tail = ""

  /// The parts as one text.
  var text: String {
    let fields = [
      classLine, "", captions, "", order, tags, subject, "", references, "", classifiedBy, "", body,
    ]
    return header + "\n" + fields.compactMap(\.self).joined(separator: "\n") + "\n" + tail
  }

  /// The parsed text.
  func cable(hints: CableHints = CableHints()) -> Cable {
    CableParser().parse(Array(text.utf8), hints: hints)
  }
}

/// The id, letter and inferred mark of each reference, `A 06STATE12?` where the year was concluded.
func listing(_ references: [Reference]) -> [String] {
  references.map { reference in
    let letter = reference.letter.map { $0 + " " } ?? ""
    guard let target = reference.target else { return letter + reference.kind.rawValue }
    return letter + target.description + (reference.isYearInferred ? "?" : "")
  }
}
