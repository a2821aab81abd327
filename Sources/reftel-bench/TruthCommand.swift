import ArgumentParser
import CableCorpus
import Cables
import Foundation
import Synchronization

/// Compares what the parser finds in generated cables with what they were meant to say.
struct TruthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "truth", abstract: "Measure the parser's accuracy on generated cables.")

  @Option(help: "How many cables each style and damage is tried on.")
  var cables = 200

  @Option(help: "The seed of the collection.")
  var seed: UInt64 = 1

  @Option(help: "The median length of a cable in bytes.")
  var medianBytes = 3_000

  @Option(help: "Only this style.")
  var style: String?

  @Option(help: "Only this damage, on the clean style; 'none' for no damages.")
  var damage: String?

  @Option(help: "Only this field, with the values that do not agree.")
  var field: String?

  @Option(help: "How many values that do not agree are shown.")
  var examples = 5

  @Flag(help: "Print the beginnings of the texts whose values do not agree.")
  var texts = false

  func validate() throws {
    guard cables > 0 else { throw ValidationError("At least one cable is needed.") }
    if let style, WritingStyle(rawValue: style) == nil {
      throw ValidationError("There is no style '\(style)'.")
    }
    if let damage, damage != "none", WritingDamage(rawValue: damage) == nil {
      throw ValidationError("There is no damage '\(damage)'.")
    }
    if let field, TruthScore.Field(rawValue: field) == nil {
      throw ValidationError("There is no field '\(field)'.")
    }
  }

  func run() throws {
    var options = CorpusOptions()
    options.medianBytes = medianBytes
    let corpus = CableCorpus(seed: seed, count: cables, options: options)
    for trial in trials {
      let score = score(corpus, trial)
      report(trial.name, score)
      if texts { printTexts(of: score, trial, corpus) }
    }
  }

  private var trials: [TruthTrial] {
    var trials: [TruthTrial] = []
    if damage == nil || style != nil {
      trials += WritingStyle.allCases.filter { style == nil || $0.rawValue == style }
        .map { TruthTrial(style: $0, damages: []) }
    }
    if style == nil {
      trials += WritingDamage.allCases.filter { damage == nil || $0.rawValue == damage }
        .map { TruthTrial(style: .clean, damages: [$0]) }
    }
    return trials
  }

  private func score(_ corpus: CableCorpus, _ trial: TruthTrial) -> TruthScore {
    let total = Mutex(TruthScore(missLimit: examples))
    let parts = 4
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      var score = TruthScore(missLimit: examples)
      let parser = CableParser()
      for index in stride(from: part, to: corpus.count, by: parts) {
        let written = corpus.written(
          corpus.cable(at: index), style: trial.style, damages: trial.damages)
        score.compare(parser.parse(written.bytes), with: written.truth)
      }
      let own = score
      total.withLock { $0.add(own) }
    }
    return total.withLock { $0 }
  }

  private func printTexts(of score: TruthScore, _ trial: TruthTrial, _ corpus: CableCorpus) {
    for miss in score.misses where field == nil || miss.field.rawValue == field {
      guard let index = corpus.index(of: miss.id) else { continue }
      let bytes = corpus.write(
        corpus.cable(at: index), style: trial.style, damages: trial.damages)
      print(String(decoding: bytes.prefix(2_000), as: UTF8.self))
    }
  }

  private func report(_ name: String, _ score: TruthScore) {
    let fields = TruthScore.Field.allCases.filter { field == nil || $0.rawValue == field }
    let low = fields.filter { score[$0] < 0.999_95 }
    print(
      name + ": "
        + low.map { "\($0.rawValue) \((score[$0] * 100).rounded(to: 2))" }.joined(separator: ", "))
    guard field != nil else { return }
    for miss in score.misses where miss.field.rawValue == field {
      print("  \(miss.id)\n    meant \(miss.expected)\n    found \(miss.found)")
    }
  }
}

/// A style and damages to try.
struct TruthTrial {
  let style: WritingStyle
  let damages: Set<WritingDamage>

  var name: String {
    damages.isEmpty ? style.rawValue : damages.map(\.rawValue).sorted().joined(separator: " + ")
  }
}
