import CableCorpus
import Cables
import Testing

/// What the generated cables are by themselves, before anybody parses them.
struct CableCorpusTests {
  private let corpus = CableCorpus(seed: 11, count: 400)

  @Test func `the same seed writes the same bytes`() {
    let again = CableCorpus(seed: 11, count: 400)
    for index in stride(from: 0, to: 400, by: 57) {
      for style in WritingStyle.allCases {
        let damages = Set(WritingDamage.allCases.prefix(index % 40))
        #expect(
          corpus.write(corpus.cable(at: index), style: style, damages: damages)
            == again.write(again.cable(at: index), style: style, damages: damages))
      }
    }
  }

  @Test func `another seed writes other cables`() {
    let other = CableCorpus(seed: 12, count: 400)
    let same = (0..<400).count { corpus.id(at: $0) == other.id(at: $0) }
    #expect(same < 4)
  }

  @Test func `a cable does not depend on those made before it`() {
    let first = corpus.cable(at: 250).truth
    _ = corpus.cable(at: 3)
    #expect(corpus.cable(at: 250).truth == first)
  }

  @Test func `ids are found by their place and places by their ids`() {
    var ids: Set<CableID> = []
    for index in 0..<corpus.count {
      let id = corpus.id(at: index)
      #expect(ids.insert(id).inserted, "\(id) occurs twice")
      #expect(corpus.index(of: id) == index)
      #expect(PostTable.standard[id.post]?.key == id.post)
    }
    #expect(corpus.index(of: CableID(year: 1_999, post: "ATLANTIS", number: 1)) == nil)
  }

  @Test func `numbers of a post ascend with the time within a year`() {
    var last: [String: Int] = [:]
    var lastDate = CableDate(year: 1_900, precision: .year)
    for index in 0..<corpus.count {
      let id = corpus.id(at: index)
      let series = "\(id.post) \(id.year)"
      #expect(id.number > last[series] ?? 0)
      last[series] = id.number
      let date = corpus.cable(at: index).truth.date
      #expect(date.year == id.year && date >= lastDate)
      lastDate = date
    }
  }

  @Test
  func `references that resolve lead to earlier cables of the collection, the others to none`() {
    var resolved = 0
    var all = 0
    for index in 0..<corpus.count {
      let truth = corpus.cable(at: index).truth
      for reference in truth.references {
        guard let target = reference.target else { continue }
        all += 1
        #expect(target != truth.id)
        guard let place = corpus.index(of: target) else {
          #expect(!reference.isInCorpus)
          continue
        }
        resolved += reference.isInCorpus ? 1 : 0
        #expect(!reference.isInCorpus || place < index)
      }
    }
    #expect((0.6...0.85).contains(Double(resolved) / Double(all)))
  }

  @Test func `a year is only left out where the rules for missing years or an archive can tell it`()
  {
    for index in 0..<corpus.count {
      let truth = corpus.cable(at: index).truth
      for reference in truth.references where reference.isYearInferred {
        guard let target = reference.target, let byText = reference.targetByText else { continue }
        if target != byText {
          #expect(byText.year == truth.id.year && target.year == byText.year - 1)
          #expect(reference.isInCorpus && byText.post != truth.id.post)
        }
      }
    }
  }

  @Test(arguments: WritingStyle.allCases)
  func `the text holds what the truth says`(style: WritingStyle) {
    for index in stride(from: 0, to: corpus.count, by: 23) {
      let written = corpus.written(corpus.cable(at: index), style: style)
      let truth = written.truth
      let text = String(decoding: written.bytes, as: UTF8.self)
      let words = " " + text.split(whereSeparator: \.isWhitespace).joined(separator: " ") + " "
      for tag in truth.tags { #expect(words.contains(tag)) }
      for label in truth.references.compactMap(\.label) { #expect(words.contains(label)) }
      if let subject = truth.subject { #expect(words.contains(subject)) }
      if let transmission = truth.transmissionID { #expect(words.contains(transmission)) }
      if let from = truth.from { #expect(words.contains("FM " + from)) }
      if let classifier = truth.classifiedBy { #expect(words.contains(classifier)) }
      for signer in truth.signers { #expect(words.contains(" \(signer) ")) }
      #expect(words.contains(String(truth.id.number)))
    }
  }

  @Test(arguments: WritingDamage.allCases)
  func `every damage changes some text`(damage: WritingDamage) {
    let style: WritingStyle = .clean
    let changed = (0..<corpus.count).contains { index in
      let cable = corpus.cable(at: index)
      return corpus.write(cable, style: style)
        != corpus.write(cable, style: style, damages: [damage])
    }
    #expect(changed)
  }

  @Test func `lengths, references and years are distributed as in the sample of real cables`() {
    let corpus = CableCorpus(seed: 5, count: 500)
    var lengths: [Int] = []
    var citing = 0
    var references = 0
    var modern = 0
    var marked = 0
    var paragraphs = 0
    for index in 0..<corpus.count {
      let cable = corpus.cable(at: index)
      lengths.append(corpus.write(cable, style: .clean).count)
      citing += cable.truth.references.isEmpty ? 0 : 1
      references += cable.truth.references.count
      modern += cable.truth.id.year >= 2_003 ? 1 : 0
      paragraphs += cable.truth.paragraphs.count
      marked += cable.truth.paragraphs.count { $0.portion != nil }
      #expect(cable.truth.references.count <= 20)
      #expect((1_966...2_010).contains(cable.truth.id.year))
    }
    lengths.sort()
    #expect((7_500...10_500).contains(lengths[250]))
    #expect((lengths.last ?? 0) < 80_000)
    #expect((0.48...0.62).contains(Double(citing) / 500))
    #expect((1.8...2.8).contains(Double(references) / Double(citing)))
    #expect((0.85...0.97).contains(Double(modern) / 500))
    #expect((0.88...0.99).contains(Double(marked) / Double(paragraphs)))
  }

  @Test func `a larger collection has more different words`() {
    func words(_ count: Int) -> Int {
      let corpus = CableCorpus(seed: 2, count: count)
      var words: Set<String> = []
      for index in 0..<count {
        for paragraph in corpus.cable(at: index).truth.paragraphs {
          for word in paragraph.text.split(whereSeparator: { !$0.isLetter }) {
            words.insert(word.lowercased())
          }
        }
      }
      return words.count
    }
    let few = words(20)
    let many = words(80)
    #expect(few > 1_000)
    #expect(Double(many) > 1.25 * Double(few))
  }
}
