/// A variant or fault that a text may carry in any style, each independent of the others.
public enum WritingDamage: String, CaseIterable, Sendable {
  /// `ROME 00001386  002 OF 003` between the lines of paragraphs.
  case continuationInBody
  /// The same inside the REF block.
  case continuationInReferences
  /// The same inside the subject.
  case continuationInSubject
  /// `PAGE 02 ROME 01386 …` between the lines of paragraphs.
  case pageHeads
  /// `SIPDIS` again in the header and in paragraphs.
  case repeatedSIPDIS
  /// The header block again before a later paragraph.
  case repeatedHeader
  /// `SS E C R E T`.
  case classLetterTooMany
  /// `E C R E T`.
  case classLetterTooFew
  /// `CONFIDENTIAL ROME 003933`.
  case classLineUnspaced
  /// `c o n f i d e n t i a l`.
  case classLineLowerCase
  /// `C O N F I D E N T I A L ROME 001234 SIPDIS`.
  case classLineCaptions
  /// `SECTION 01 OF 03` on the class line.
  case sections
  /// No class line; a footer names the level.
  case classLineAbsent
  /// CR LF line ends.
  case carriageReturns
  /// A byte order mark at the start.
  case byteOrderMark
  /// Quotes and dashes as single bytes of Windows-1252.
  case windows1252
  /// Quotes as `’`, `“`, `”`.
  case smartQuotes
  /// `,s` for `'s`.
  case commaApostrophes
  /// `&word8` for `"word"`.
  case ampersandQuotes
  /// NUL and escape bytes in the text.
  case controlBytes
  /// Words blacked out as `XXXXXXXX`.
  case redactions
  /// `EO 12958 DECL:`.
  case orderWithoutPoints
  /// `DECL: 2013/04/15`.
  case orderYearFirst
  /// `DECL: 04/15/13`.
  case orderShortYear
  /// `TAGS PREL, IT`.
  case tagsWithoutColon
  /// TAGS parted by commas.
  case tagsCommas
  /// `TAG:`, `TAGE:`, `TGS:`, `AGS:`.
  case tagsTypo
  /// Two codes without a blank, `PGOVPREL`.
  case tagsGlued
  /// TAGS on two lines.
  case tagsWrapped
  /// `[PREL](#)`.
  case tagsMarkdown
  /// `SUBJ:`, `UBJECT:`, `Subject:`.
  case subjectLabel
  /// A subject on narrow lines.
  case subjectWrapped
  /// The subject's portion mark before it.
  case subjectPortionFirst
  /// `REF:` glued to the end of the subject.
  case subjectGluedToReferences
  /// `REFS:`, `REF(S):`, `REFTEL:`, `Ref:`, `REF` and more.
  case referenceLabels
  /// `A)`, `(A)`, `a.`, `A:`, `[A]`.
  case bulletForms
  /// Letters twice, `A. A. BAMAKO`, `A. (A) PARIS`, `REF A. REF A STATE`.
  case doubledBullets
  /// All items of the REF block on one line.
  case referencesOnOneLine
  /// `2008 ROME 23`, `ROME 05 3451`, `QUITO 4525-91`, `09CAIRO0561` and more.
  case referenceYearForms
  /// An item broken after its post.
  case wrappedReferences
  /// A blank line inside the REF block.
  case blankLineInReferences
  /// A second, shorter REF block.
  case repeatedReferences
  /// The cable's own id among its references.
  case selfReference
  /// Posts under other names, `KIEV`, `CALCUTTA`.
  case postAliases
  /// `CLASSIFIED BY:` in capitals.
  case classifiedByCapitals
  /// `Classified By: Classified by …`.
  case classifiedByDoubled
  /// The field on narrow lines.
  case classifiedByWrapped
  /// Paragraph 1 on the field's last line.
  case classifiedByRunOn
  /// A `Derived From` line behind it.
  case derivedFrom
  /// `1. (C)` for `¶1. (C)`.
  case plainNumbers
  /// `1.(C)`.
  case tightNumbers
  /// Every paragraph on one line.
  case longLines
  /// The surname behind the last sentence.
  case gluedSignature
  /// The surname with small letters.
  case mixedCaseSignature
  /// Blurbs and stamps behind the signature.
  case trailingStamp
  /// Routes on several lines, `XMT` exclusions, a collective.
  case routeVariants
}
