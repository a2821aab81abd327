import Foundation
import TestSupport
import Testing

struct ImportCommandTests {
  let folder: TemporaryFolder
  let archive: String

  init() throws {
    folder = try TemporaryFolder()
    archive = folder("cables.reftel")
  }

  /// What `stats` says of an archive.
  func stats(_ path: String) throws -> String {
    try Program.run(["stats", "--in", path, "--format", "json"]).output
  }

  @Test func `the archive of the reader is opened where nothing is named`() throws {
    let home = ["XDG_DATA_HOME": folder("data")]
    let missing = try Program.run(["search", "libya"], environment: home)
    #expect(missing.status == 1)
    #expect(missing.errors.contains("reftel import"))
    let result = try Program.run(["import", "seeds"], environment: home)
    #expect(result.status == 0)
    #expect(result.output.contains("5 new, 5 in the archive"))
    let found = try Program.run(["search", "libya"], environment: home)
    #expect(found.lines.count == 3)
    let screen = try Program.run(
      ["--print-screen", "--exec", "/libya<Enter>"], environment: home)
    #expect(screen.output.contains("2 of 5 cables"))
    // Nobody else may read it.
    let file = try FileManager.default.attributesOfItem(
      atPath: folder("data/reftel/cables.reftel"))
    #expect(file[.posixPermissions] as? Int == 0o600)
    let directory = try FileManager.default.attributesOfItem(atPath: folder("data/reftel"))
    #expect(directory[.posixPermissions] as? Int == 0o700)
  }

  @Test(arguments: [
    ["search", "iran", "--format", "json"], ["show", "03ROME1605"], ["refs", "03STATE282619"],
    ["facets", "--by", "tag"], ["stats"], ["export", "libya"],
  ]) func `commands answer alike from an archive and from files`(command: [String]) throws {
    _ = try Program.run(["import", "seeds", "--archive", archive])
    let fromFiles = try Program.run(command + ["--in", "seeds"])
    let fromArchive = try Program.run(command + ["--in", archive])
    #expect(fromArchive.status == fromFiles.status)
    // Files are known by their whole path in an archive.
    #expect(
      fromArchive.output.replacing(Seeds.folder + "/", with: "seeds/") == fromFiles.output)
  }

  @Test func `a slip makes no archive`() throws {
    let missing = try Program.run(["import", "/no/such/path", "--archive", archive])
    #expect(missing.status == 1)
    #expect(missing.errors == "reftel: /no/such/path does not exist.\n")
    let folderless = try Program.run(["import", "seeds", "--archive", folder("no/such/a.reftel")])
    #expect(folderless.status == 1)
    #expect(folderless.errors.contains("the folder \(folder("no/such")) does not exist"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    _ = try Program.run(["import", "seeds", "--archive", archive])
    let source = try Program.run(["import", archive, "--archive", folder("b.reftel")])
    #expect(source.status == 2)
    #expect(source.errors.contains("reftel export --in \(archive)"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cables.reftel"])
  }

  @Test func `an archive is one file when nobody has it open`() throws {
    _ = try Program.run(["import", "seeds", "--archive", archive])
    for command in [["search", "libya"], ["stats"], ["export"]] {
      #expect(try Program.run(command + ["--in", archive]).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cables.reftel"])
    }
    #expect(try Program.run(["check", archive]).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["cables.reftel"])
  }

  @Test func `an archive among files is refused`() throws {
    _ = try Program.run(["import", "seeds", "--archive", archive])
    let result = try Program.run(["stats", "--in", archive, "seeds"])
    #expect(result.status == 1)
    #expect(result.errors.contains("goes alone"))
  }

  @Test func `refused files are told and reported, and the exit status says so`() throws {
    try folder.write([], to: "mixed/empty.txt")
    try folder.write(try Seeds.bytes(0), to: "mixed/good.txt")
    let result = try Program.run([
      "import", folder("mixed"), "--archive", archive, "--report", folder("report.json"),
    ])
    #expect(result.status == 1)
    #expect(result.errors.contains("empty.txt"))
    #expect(result.output.contains("Refused           1 empty"))
    let report = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(filePath: folder("report.json")))) as? [String: Any])
    #expect(report["cables"] as? Int == 1)
    #expect((report["refused"] as? [[String: Any]])?.count == 1)
    let again = try Program.run(["import", folder("mixed"), "--archive", archive])
    #expect(again.status == 1)
    #expect(again.output.contains("Refused           1 empty"))
    #expect(again.output.contains("1 of these by earlier imports"))
  }

  @Test func `Ctrl-C stops cleanly, and the same command goes on`() throws {
    let table = try folder.writeTable(cables: 2_500, seed: 5, to: "cables.csv")
    let run = try Program.start(["import", table, "--archive", archive])
    waitForBytes(200_000, whileRunning: run)
    run.send(SIGINT)
    let stopped = try run.wait()
    #expect(stopped.status == 130)
    #expect(stopped.errors.contains("goes on from here"))
    #expect(stopped.output.contains("1 read, 1 not to the end"))
    #expect(try Program.run(["check", archive]).status == 0)
    let result = try Program.run(["import", table, "--archive", archive])
    #expect(result.status == 0)
    #expect(result.output.contains("2500 in the archive"))
  }

  @Test(arguments: ["rm", "mv"])
  func `an archive that is taken away meanwhile is an error`(command: String) throws {
    let table = try folder.writeTable(cables: 3_000, seed: 5, to: "cables.csv")
    let run = try Program.start(["import", table, "--archive", archive])
    waitForBytes(200_000, whileRunning: run)
    for ending in ["", "-wal", "-shm"] {
      if command == "rm" {
        unlink(archive + ending)
      } else {
        rename(archive + ending, folder("away.reftel") + ending)
      }
    }
    let result = try run.wait()
    #expect(result.status == 1, "\(result.output)")
    #expect(result.errors.contains("\(archive) is no longer there"), "\(result.errors)")
    #expect(!result.output.contains("Open it with"))
  }

  /// The bytes of the archive and of what SQLite keeps beside it.
  func archiveBytes() -> Int {
    ["", "-wal"].reduce(0) { sum, ending in
      let file = try? FileManager.default.attributesOfItem(atPath: archive + ending)
      return sum + (file?[.size] as? Int ?? 0)
    }
  }

  /// Returns when so much has been written, or the program has ended.
  func waitForBytes(_ count: Int, whileRunning run: Program.Run) {
    while run.isRunning, archiveBytes() < count { sched_yield() }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `killed again and again, the archive stays whole and ends complete`(seed: UInt64) throws {
    let table = try folder.writeTable(cables: 240, seed: seed, to: "cables.csv")
    let texts = try folder.writeTexts(cables: 40, seed: seed + 100, to: "texts")
    let whole = folder("whole.reftel")
    let undisturbed = try Program.run(["import", table, texts, "--archive", whole])
    #expect(undisturbed.status == 0)
    var generator = SeededGenerator(seed: seed)
    var kills = 0
    for _ in 0..<8 {
      let run = try Program.start(["import", table, texts, "--archive", archive])
      waitForBytes(
        archiveBytes() + Int.random(in: 1...1_500_000, using: &generator), whileRunning: run)
      run.send(SIGKILL)
      if try run.wait().status == SIGKILL { kills += 1 }
      let check = try Program.run(["check", archive])
      #expect(check.status == 0 || check.errors.contains("does not exist"), "\(check.output)")
    }
    #expect(kills > 0)
    let last = try Program.run(["import", table, texts, "--archive", archive])
    #expect(last.status == 0)
    #expect(try stats(archive) == stats(whole))
    #expect(try Program.run(["check", archive]).status == 0)
  }

  @Test(arguments: [60, 400, 1_200])
  func `a file that may grow no further is an error, and the archive stays whole`(
    kilobytes: Int
  ) throws {
    let table = try folder.writeTable(cables: 240, seed: 6, to: "cables.csv")
    // The shell's limit is in blocks of 1,024 bytes.
    let run = try Program.start(
      [
        "-c", "ulimit -f \(kilobytes); exec \"$0\" \"$@\"", Program.path, "import", table,
        "--archive", archive,
      ], executable: "/bin/bash")
    let result = try run.wait()
    #expect(result.status == 1, "\(result.errors)")
    #expect(result.errors.contains("reftel: "))
    let check = try Program.run(["check", archive])
    #expect(
      check.status == 0 || check.errors.contains("does not exist"),
      "\(check.output + check.errors)")
    let again = try Program.run(["import", table, "--archive", archive])
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.contains("240 in the archive"))
  }

  /// Whether a small file system of our own may be mounted here.
  static let canMount: Bool = {
    let run = try? Program.start(
      ["-m", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"],
      executable: "/usr/bin/unshare")
    return (try? run?.wait().status) == 0
  }()

  @Test(.enabled(if: canMount), arguments: [1, 2])
  func `a full disk is an error that says so, and nothing is lost`(megabytes: Int) throws {
    let table = try folder.writeTable(cables: 240, seed: 7, to: "cables.csv")
    let script = """
      mount -t tmpfs -o size=\(megabytes)m tmpfs /mnt || exit 99
      "$0" import "$1" --archive /mnt/cables.reftel; echo "import $?"
      "$0" check /mnt/cables.reftel; echo "check $?"
      mount -o remount,size=200m /mnt || exit 99
      "$0" import "$1" --archive /mnt/cables.reftel; echo "again $?"
      "$0" check /mnt/cables.reftel; echo "check again $?"
      """
    let run = try Program.start(
      ["-m", "/bin/sh", "-c", script, Program.path, table], executable: "/usr/bin/unshare")
    let result = try run.wait()
    #expect(result.errors.contains("no space left"), "\(result.errors)")
    for line in ["import 1", "check 0", "again 0", "check again 0", "240 cables."] {
      #expect(result.output.contains(line), "\(line): \(result.output) \(result.errors)")
    }
  }
}
