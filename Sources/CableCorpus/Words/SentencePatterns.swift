/// The shapes of sentences: literal words, with places for words of a kind.
struct SentencePatterns: Sendable {
  /// A step in putting a sentence together.
  struct Step: Sendable {
    /// What comes here.
    let slot: Slot
    /// Where the literal words are, for `literal`.
    let literal: Range<Int>
  }

  /// What a place in a sentence takes; the raw value is its sign in a pattern.
  enum Slot: UInt8, Sendable {
    case literal = 0
    /// A person of the cable with title.
    case person = 80  // P
    /// A surname of the cable.
    case surname = 76  // L
    /// An officer of the post.
    case officer = 69  // E
    /// A government or organization by its abbreviation.
    case body = 79  // O
    /// A country.
    case country = 67  // C
    /// A town.
    case city = 89  // Y
    /// A verb of saying.
    case reporting = 82  // R
    /// A verb in the past tense.
    case past = 86  // V
    /// A verb after `to`.
    case infinitive = 73  // I
    /// An adjective, or nothing.
    case adjective = 65  // A
    /// A noun.
    case noun = 78  // N
    /// A noun in the plural.
    case plural = 83  // S
    /// A noun of the cable's topic.
    case topic = 84  // T
    /// An adverb.
    case adverb = 66  // B
    /// A day, `October 6`.
    case date = 68  // D
    /// A number above one.
    case number = 35  // #
    /// A percentage.
    case percent = 37  // %
    /// An amount of money.
    case money = 85  // U
  }

  /// The letters and blanks between the slots of all patterns.
  let literals: [UInt8]
  private let statements: [[Step]]
  private let tails: [[Step]]

  init() {
    var literals: [UInt8] = []
    func compile(_ text: String, isTail: Bool) -> [[Step]] {
      text.split(separator: "\n").map { line in
        var steps: [Step] = []
        var start = literals.count
        var takesSlot = false
        // A tail that begins with a word is parted from the clause before it.
        if isTail, line.first?.isLetter == true { literals.append(32) }
        for byte in line.utf8 {
          if takesSlot, let slot = Slot(rawValue: byte) {
            if literals.count > start {
              steps.append(Step(slot: .literal, literal: start..<literals.count))
            }
            steps.append(Step(slot: slot, literal: 0..<0))
            start = literals.count
            takesSlot = false
          } else if byte == UInt8(ascii: "%") {
            takesSlot = true
          } else {
            literals.append(byte)
          }
        }
        if literals.count > start {
          steps.append(Step(slot: .literal, literal: start..<literals.count))
        }
        return steps
      }
    }
    statements = compile(SentencePatterns.statementText, isTail: false)
    tails = compile(SentencePatterns.tailText, isTail: true)
    self.literals = literals
  }

  /// A main clause.
  func statement(_ bits: UInt16) -> [Step] { statements[(Int(bits) * statements.count) >> 16] }

  /// A clause to add behind one.
  func tail(_ bits: UInt16) -> [Step] { tails[(Int(bits) * tails.count) >> 16] }

  private static let statementText = """
    %P told %E on %D that the %N of the %T would %I the %A%N
    %L %R that %O had %V the %A%N of the %T and %V the %S
    %E met with %P on %D to discuss the %A%T and the %N
    the %A%N %V the %T in %Y, according to %L
    %O %B %V the %A%T, and the %N remained %Aand %A%N was expected
    in %C, the %A%S have %V the %N since %D
    %E %V %L and %R that the USG would %I the %A%T
    %L %R that %C was not ready to %I the %N of the %A%S
    he said that some %# %S had %V the %N, while %# others %B %V the %T
    the %A%T is worth %U, which %L described as a %A%N
    more than %% of the %S in %Y have no access to %A%S
    %P %B %V %O's %A%N on the %T, and said the %S were a %A%N
    asked about the %T, %L %R that the %N was %A%N and that %O would %I it
    according to %A%S, the %N between %O and the %A%S %V after %D
    there is no %A%N that the %T will %I the %S in the %A%N
    %L said he hoped to %I the %N before the %A%N, but that %S would %I the %T
    a %A%N of the %S %V the %T because the %N did not %I the %A%S
    %E pressed %L to %I the %T, and %R that %A%S would follow
    the %N has %B %V the %A%S of %C, and %O is %B %V by the %T
    as %E %V in the past, the %A%N on the %T depends on the %N of %A%S
    both %L and %P %R that the %A%N should %I a %T
    %O's %A%N for the %T includes %# %S, %# %S, and a %N worth %U
    with the %N of the %T, the %S in %Y %V to %I the %A%N
    "we cannot %I the %T without a %A%N," %L %R
    %L was %A%N about the %S, and %B %V that "the %N is %A%N"
    despite the %A%N, %L %B %R that the %T would %I %S in %C
    the %T, which %O %V on %D, provides for a %A%N of %S
    on the %A%T, %P %R that %O and %C had %V their %S
    under the %A%N, %S must %I the %T within %# days
    %E noted the %A%N of the %T and urged %O to %I its %S
    for his part, %P dismissed the %A%N as a %N of the %S
    %L's %N appears to %I the %A%S more than the %T itself
    one %A%N told %E that the %S of the %T were "%A%N at best"
    unemployment among %A%S stands at %%, and %O %B %V the %N
    the %N of %L, whose %A%S %V the %T, has %V the %N in %Y
    """

  private static let tailText = """
    , but %L %R that the %N was %A%N
    , and the %A%N of %S %B %V
    , although %O has not %V the %T
    , which would %I the %A%N
    ; %E will %I the %N and the %S
    , while %A%S in %Y %V the %T
    , given the %A%N of the %S
    , despite %O's %N on the %A%T
    and to %I the %S of the %A%N
    in the %A%N of the %T
    , despite %U in %A%N
    , a %N that %L %B %V
    . He %R that the %A%S would %I the %N
    . This %A%N, %L %R, had %V the %S
    """
}
