extension Reference.Kind {
  /// What an item is that names no cable.
  static func ofText(_ bytes: [UInt8], _ range: Range<Int>) -> Reference.Kind {
    for (word, kind) in words where bytes.firstRange(ofWords: word, in: range) != nil {
      return kind
    }
    if hasRedaction(bytes, range) { return .redacted }
    if hasTimeGroup(bytes, range) { return .message }
    return .other
  }

  /// Words that tell, the more certain first.
  private static let words: [(StaticString, Reference.Kind)] = [
    ("E-MAIL", .email), ("EMAIL", .email), ("E-MAILS", .email), ("EMAILS", .email),
    ("E MAIL", .email), ("EMAILED", .email), ("SEPTEL", .septel), ("SEPTELS", .septel),
    ("TELCON", .telcon), ("TELCONS", .telcon), ("TELECON", .telcon), ("FONECON", .telcon),
    ("PHONECON", .telcon), ("PHONE CALL", .telcon), ("TELEPHONE", .telcon), ("PHONE", .telcon),
    ("IIR", .report), ("TD-314", .report), ("TD 314", .report), ("TDX", .report), ("TD", .report),
    ("DAO", .report), ("USDAO", .report), ("OSC", .report), ("FBIS", .report), ("CIA", .report),
    ("DAILY REPORT", .report), ("REPORT", .report), ("INTEL", .report), ("SITREP", .report),
    ("MEMO", .memo), ("MEMORANDUM", .memo), ("MEMCON", .memo), ("MEMOS", .memo),
    ("LETTER", .letter), ("DIPLOMATIC NOTE", .letter), ("DIPNOTE", .letter), ("NOTE", .letter),
    ("LETTERS", .letter), ("FAX", .letter),
    ("FAM", .manual), ("FAH", .manual), ("USC", .manual), ("CFR", .manual), ("INA", .manual),
    ("HANDBOOK", .manual),
  ]

  private static func hasRedaction(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var run = 0
    for index in range {
      run = bytes[index] == UInt8(ascii: "X") ? run + 1 : 0
      if run >= 5 { return true }
    }
    return false
  }

  /// Whether a text has a time such as `101426Z`.
  private static func hasTimeGroup(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var digits = 0
    for index in range {
      if bytes[index].isDigit {
        digits += 1
      } else {
        if digits == 6, bytes[index] == UInt8(ascii: "Z") { return true }
        digits = 0
      }
    }
    return false
  }
}
