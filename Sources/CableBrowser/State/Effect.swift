import CableArchive
import CableNotebook
import Cables

/// What the browser wants done outside its state; everything slow is one.
enum Effect: Sendable {
  /// Look up the first page of a query.
  case search(Query, SortOrder, generation: Int)
  /// List all rows of the query at hand, for jumps and the count.
  case listRows(Query, SortOrder, generation: Int)
  /// Count the values of a facet in what a query finds.
  case countFacet(Facet, Query, generation: Int)
  /// Fetch rows that are about to be shown.
  case fetchRows([Int64], generation: Int)
  /// Load a page.
  case open(Page.Key, generation: Int)
  /// Look up the TAGS of rows that are shown.
  case fetchTags([Int64], generation: Int)
  /// Choose the best passages of rows that are shown.
  case fetchPassages([Int64], Query, generation: Int)
  /// Look through the list for the next cable with a hit.
  case findOn(FindScan, generation: Int)
  /// Look up the cables of a typed name.
  case locate(String)
  /// Load a page to look at.
  case peek(Page.Key)
  /// Look up what a cable refers to and what refers to it.
  case tree(Int64)
  /// Look up all texts of a cable.
  case versions(CableID)
  /// Load both ends of a reference.
  case compare(ReferenceEnds)
  /// Give the terminal to a program until it has ended.
  case runProgram(ProgramRun)
  /// Write a file; into a folder, under the name given.
  case save([UInt8], path: String, name: String, overwrites: Bool)
  /// Take down a change of the notebook, in its file where it is to last; whether that is said when it is done.
  case keep(Change, isLasting: Bool, isSaid: Bool)
  /// Read what others have written into the notebook.
  case readNotebook
  /// Have a note written in the reader's editor, beginning with a text.
  case editNote(String, String)
  /// Put citations or texts of cables together for the clipboard.
  case gather(CopiedPart, [Int64])
  /// Write cables to a file, as its name ends; into a folder, under the name given.
  case export(Exported, path: String, name: String, overwrites: Bool)
  /// Stop writing a result.
  case stopExport
  /// Put text onto the clipboard.
  case copy(String)
  /// Find ways to go on with a line of the command line.
  case complete(CommandCompletion.Source, line: String)
  /// Read a configuration file; anew over the standard keys and settings.
  case readConfiguration(path: String, isAnew: Bool)
  /// Stop looking for the result of a query, or counting it.
  case stopSearch
  /// Stop reading files.
  case stopLoading
  /// Draw the whole screen anew.
  case redraw
  /// Take the mouse, or leave it to the terminal.
  case takeMouse(Bool)
  /// Hand the terminal back to the shell until `fg`.
  case suspend
  /// Import files into an archive, in a process beside this one.
  case importFiles([String], archive: String)
  /// Stop the import; the second time at once.
  case stopImport
  /// Browse an archive in place of what is at hand, from the same place.
  case browseArchive(String)
  /// Leave.
  case quit
}

/// What is written to a file.
enum Exported: Sendable {
  /// The result of a query.
  case result(Query, SortOrder)
  /// Some rows.
  case rows([Int64])
}
