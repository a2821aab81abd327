import CableSources
import Cables
import TestSupport
import Testing

@Suite struct CablePipelineTests {
  let folder: TemporaryFolder
  let texts: [String]

  init() throws {
    folder = try TemporaryFolder()
    texts = (0..<300).map { number in
      String(repeating: "cable \(number) ", count: 1 + number % 40)
    }
    for (number, text) in texts.enumerated() {
      try folder.write(text, to: "\(1000 + number).txt")
      if number % 50 == 0 { try folder.write("", to: "\(1000 + number)-empty.txt") }
    }
  }

  private func pipeline(threads: Int, tiny: Bool) -> CablePipeline {
    var limits = PipelineLimits()
    if tiny {
      limits.aloneCount = 2
      limits.batchCount = 3
      limits.batchSize = 600
      limits.batchesPerThread = 1
      limits.pendingSize = 900
    }
    return CablePipeline(
      source: CableSource(paths: [folder.path]), threads: threads, limits: limits)
  }

  @Test(arguments: [1, 2, 3, 8], [false, true])
  func `delivers cables and problems in input order`(threads: Int, tiny: Bool) {
    var delivered: [String] = []
    var problems: [Int] = []
    pipeline(threads: threads, tiny: tiny).read { item in
      switch item {
      case .cable(let cable, _, _):
        delivered.append(String(decoding: cable.text.original, as: UTF8.self))
      case .end: break
      case .problem(let problem):
        #expect(problem.kind == .empty)
        problems.append(delivered.count)
      }
      return true
    }
    #expect(delivered == texts)
    #expect(problems == [0, 50, 100, 150, 200, 250])
  }

  @Test(arguments: [1, 2, 4], [1, 2, 3, 40, 299])
  func `stops after the item that was enough`(threads: Int, enough: Int) {
    var seen = 0
    pipeline(threads: threads, tiny: true).read { _ in
      seen += 1
      return seen < enough
    }
    #expect(seen == enough)
  }

  @Test func `passes the consumer's error on and leaves no thread behind`() {
    struct Refusal: Error {}
    var seen = 0
    #expect(throws: Refusal.self) {
      try pipeline(threads: 4, tiny: true).read { _ in
        seen += 1
        if seen == 100 { throw Refusal() }
        return true
      }
    }
    #expect(seen == 100)
  }

  @Test func `delivers what was read before it was cancelled, in order`() {
    let progress = SourceProgress()
    var delivered: [String] = []
    pipeline(threads: 4, tiny: true).read(progress: progress) { item in
      if case .cable(let cable, _, _) = item {
        delivered.append(String(decoding: cable.text.original, as: UTF8.self))
      }
      if delivered.count == 20 { progress.cancel() }
      return true
    }
    #expect(delivered.count >= 20)
    #expect(delivered.count < texts.count)
    #expect(delivered == Array(texts.prefix(delivered.count)))
  }

  @Test func `delivers nothing of nothing`() {
    var seen = 0
    CablePipeline(source: CableSource(paths: [])).read { _ in
      seen += 1
      return true
    }
    #expect(seen == 0)
  }
}
