import CableArchive
import CableNotebook
import Cables
import TerminalUI

/// What happens to the browser: keys, and results of its effects.
enum BrowserEvent: Sendable {
  case key(Key)
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// Ctrl-C from outside the terminal.
  case interrupt
  /// The first rows of a query.
  case found([ListRow], isComplete: Bool, generation: Int)
  /// Every row of the query, in order.
  case listed([Int64], generation: Int)
  case fetched([ListRow], generation: Int)
  /// The result of a query, or its count, is taking long.
  case delayed(generation: Int)
  /// The values of a facet.
  case counted([FacetCount], generation: Int)
  case opened(Page, generation: Int)
  /// The next cable of the list with a hit; nil where there is none.
  case foundOn(Page?, FindScan, generation: Int)
  /// How many cables have been looked through for a hit.
  case scanned(Int, of: Int, generation: Int)
  /// The listed cables of a typed name.
  case located(String, [ListRow])
  /// A page to look at without going there.
  case peeked(Page)
  /// The tree of references of a cable.
  case grown(ReferenceTree)
  /// All texts of a cable, the listed one first.
  case versioned(CableID, [CableVersion])
  /// Both ends of a reference, the citing one first.
  case compared(ReferenceEnds, Page, Page)
  /// A file has been written, or not.
  case saved(CableFile.Outcome)
  /// What the notebook holds by now, with so many lines that can't be read.
  case noted(Notebook, damagedLines: Int)
  /// A change of the notebook is taken down.
  case kept(Change, Notebook, isSaid: Bool)
  /// A change of the notebook could not be taken down.
  case notKept(Change, Notebook, String)
  /// Citations or texts of so many cables are put together.
  case gathered(CopiedPart, String, cables: Int)
  /// A note on a cable was written in the reader's editor.
  case noteWritten(String, String)
  /// The editor failed that had a note; what was written by then, and how it failed.
  case noteUnfinished(String, String, String)
  /// How many cables of a result have been written.
  case exporting(Int, of: Int)
  /// A result has been written to a file, or not; nil where it was stopped.
  case exported(CableFile.Outcome?, cables: Int)
  /// Something went wrong outside that the reader is told of, and nothing here changes.
  case troubled(String)
  /// An effect failed; the sentence says how.
  case failed(String)
  /// TAGS of rows; rows without any are not among them.
  case tagged([Int64: [String]], of: [Int64], generation: Int)
  /// The best passages of rows for the query at hand; rows without one are not among them.
  case passages([Int64: String], generation: Int)
  /// Ways to go on with a line of the command line.
  case completed([String], line: String)
  /// A configuration file has been read; anew over the standard keys and settings.
  case configured(ConfigurationReading, isAnew: Bool)
  /// The import that runs beside the browser tells something.
  case importNews(ImportNews)
  /// The program of the import says something to a reader.
  case importSaid(String)
  /// The process of the import has ended.
  case importEnded(ImportEnding)
  /// Files have been read.
  case loading(Loading)
}

/// How far the reading of files is.
struct Loading: Sendable, Equatable {
  /// Cables in the archive by now.
  var cables = 0
  /// Files and rows that could not be read, each with a sentence.
  var problems: [String] = []
  /// Whether all files have been read.
  var isDone = false
  /// Whether there is more than is read into memory.
  var isLimited = false
  /// Whether the reader stopped it.
  var isCancelled = false
}
