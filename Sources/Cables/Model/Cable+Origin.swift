extension Cable {
  /// The full name of the post that sent it, `Embassy Rome`, or what the FM line says; nil where neither is known.
  public var originName: String? {
    origin.map { PostTable.standard[$0]?.displayName ?? $0 } ?? from
  }
}
