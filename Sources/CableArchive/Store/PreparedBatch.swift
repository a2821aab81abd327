/// Cables that are ready to be written, and how far their files have been read then, and what was refused of these.
struct PreparedBatch: Sendable {
  var cables: [PreparedCable]
  var marks: [InputMark]
  var refusals = RefusalChanges()

  /// The bytes of their texts.
  var size: Int { cables.reduce(0) { $0 + $1.size } }
}
