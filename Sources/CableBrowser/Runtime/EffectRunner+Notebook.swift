import CableArchive
import CableNotebook
import Dispatch
import Synchronization

// The notebook: changes go to its file one after the other, on a thread that nothing else waits for.
extension EffectRunner {
  /// Takes a change of the notebook down.
  func keep(_ change: Change, isLasting: Bool, isSaid: Bool) -> BrowserEvent {
    guard isLasting, let notebookFile else {
      return .kept(change, hear(NotebookFile.News(), passing: change), isSaid: isSaid)
    }
    do throws(NotebookFile.Failure) {
      return .kept(change, hear(try notebookFile.append([change])), isSaid: isSaid)
    } catch {
      return .notKept(change, notebook.withLock { $0.kept }, "\(error)")
    }
  }

  /// Reads what others have written into the notebook; everything at first.
  func readNotebook() -> BrowserEvent? {
    guard let notebookFile else { return nil }
    do throws(NotebookFile.Failure) {
      let news = try notebookFile.news()
      guard news.isAnew || !news.changes.isEmpty || news.damagedLines > 0 else { return nil }
      return .noted(hear(news), damagedLines: news.damagedLines)
    } catch {
      return .troubled("\(error)")
    }
  }

  /// Makes the changes of the notebook's file here, in its order, and one that is not to be in it.
  private func hear(_ news: NotebookFile.News, passing: Change? = nil) -> Notebook {
    notebook.withLock { notebook in
      if let passing { notebook.passing.append(passing) }
      if news.isAnew { notebook.kept = Notebook() }
      for change in news.changes + news.added { notebook.kept.apply(change) }
      for change in news.isAnew ? notebook.passing : [passing].compactMap(\.self) {
        notebook.kept.apply(change)
      }
      return notebook.kept
    }
  }

  /// Has the archive ask the notebook as it is now; what is listed stays as it is while the reader keeps more.
  func consultNotebook() {
    // What was kept before this search counts.
    keeping.sync {}
    archive.consult(notebook.withLock { $0.kept })
  }
}
