internal import Cables
internal import GRDB

extension Archive {
  /// Checks that the archive is whole: the database, the texts, the index and what is derived from the texts.
  ///
  /// - Parameter progress: Called with the share of the texts that were read, 0 to 1.
  /// - Returns: What is wrong; empty for an archive in order.
  /// - Throws: An error where the archive cannot be read at all, or the check is interrupted.
  /// - Complexity: O(n) over the bytes of the archive; every text is read and parsed.
  public func check(
    _ progress: (Double) -> Void = { _ in }
  ) throws(ArchiveError) -> [CheckFinding] {
    var findings = try read { try ArchiveCheck($0, parse: parse).findings(progress) }
    if let finding = try checkIndexStructure() { findings.append(finding) }
    return findings
  }

  /// Writes the index, the references and the TAGS anew from the stored texts, in one transaction.
  ///
  /// - Parameter progress: Called with the share of the cables done, 0 to 1.
  /// - Throws: An error where the store fails; the archive is then as it was before.
  /// - Complexity: O(n) over the bytes of the archive.
  public func rebuildIndex(
    _ progress: (Double) -> Void = { _ in }
  ) throws(ArchiveError) {
    try write { database in
      var writer = try BatchWriter(database, parse: parse)
      try writer.rebuild(progress)
      try ReferenceResolver(database).resolveYears()
    }
  }

  /// Has FTS5 check itself, which it does only for those who may write.
  private func checkIndexStructure() throws(ArchiveError) -> CheckFinding? {
    do {
      try write {
        try $0.execute(sql: "INSERT INTO cable_text (cable_text) VALUES ('integrity-check')")
      }
      return nil
    } catch {
      switch error.reason {
      case .damaged:
        return CheckFinding(kind: .index, sentence: "The text index is damaged.")
      case .notPermitted:
        return nil
      default:
        throw error
      }
    }
  }
}
