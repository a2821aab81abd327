import Cables

extension CableCorpus {
  /// The style and damages of a cable in a collection of a format, mixed as they are in real ones.
  ///
  /// The shares are those counted in a sample of 1,295 published cables.
  public func form(
    of cable: CorpusCable, in format: CollectionFormat
  ) -> (style: WritingStyle, damages: Set<WritingDamage>) {
    var dice = Dice(seed: seed, purpose: .form, number: cable.index)
    let style =
      switch format {
      case .table, .pages, .lines: WritingStyle.clean
      case .dump: WritingStyle.textDumpPreamble
      case .text: mixedStyle(cable, &dice)
      }
    var damages: Set<WritingDamage> = []
    for (damage, share) in CableCorpus.shares where dice.happens(share) {
      damages.insert(damage)
    }
    if damages.contains(.windows1252) && format != .text { damages.remove(.windows1252) }
    if cable.transmission.sections > 1 {
      damages.insert(.sections)
      if dice.happens(0.6) { damages.insert(.continuationInBody) }
      if dice.happens(0.12) { damages.insert(.continuationInReferences) }
    }
    return (style, damages)
  }

  private func mixedStyle(_ cable: CorpusCable, _ dice: inout Dice) -> WritingStyle {
    if cable.truth.id.year < 1_980 { return .oldState1970s }
    let bits = dice.below(100)
    return switch bits {
    case 0..<78: .clean
    case 78..<85: .rawDump
    case 85..<90: .newspaper
    case 90..<94: .fullTransmission
    case 94..<96: .markdownExport
    case 96..<98: .textDumpPreamble
    default: .ocrReflow
    }
  }

  private static let shares: [(WritingDamage, Double)] = [
    (.repeatedSIPDIS, 0.22), (.classLetterTooMany, 0.006), (.classLetterTooFew, 0.006),
    (.classLineLowerCase, 0.005), (.classLineCaptions, 0.01), (.smartQuotes, 0.02),
    (.windows1252, 0.01), (.commaApostrophes, 0.17), (.ampersandQuotes, 0.05),
    (.redactions, 0.16), (.orderWithoutPoints, 0.3), (.orderYearFirst, 0.05),
    (.orderShortYear, 0.005), (.tagsWithoutColon, 0.3), (.tagsCommas, 0.32),
    (.tagsTypo, 0.005), (.tagsGlued, 0.005), (.tagsWrapped, 0.04), (.subjectLabel, 0.02),
    (.subjectPortionFirst, 0.3), (.subjectGluedToReferences, 0.005), (.referenceLabels, 0.05),
    (.bulletForms, 0.12), (.doubledBullets, 0.04), (.referencesOnOneLine, 0.3),
    (.referenceYearForms, 0.15), (.wrappedReferences, 0.02), (.blankLineInReferences, 0.12),
    (.selfReference, 0.005), (.postAliases, 0.01), (.classifiedByCapitals, 0.09),
    (.classifiedByDoubled, 0.02), (.classifiedByWrapped, 0.1), (.classifiedByRunOn, 0.005),
    (.derivedFrom, 0.02), (.plainNumbers, 0.03), (.longLines, 0.1), (.gluedSignature, 0.18),
    (.mixedCaseSignature, 0.13), (.trailingStamp, 0.05), (.routeVariants, 0.03),
    (.repeatedHeader, 0.01), (.continuationInSubject, 0.005), (.referenceYearForms, 0.1),
  ]
}
