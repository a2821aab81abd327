import CableArchive
import Cables

// Why a command can't be carried out: said on the status line and in the palette.
extension BrowserState {
  /// Why a command can't be carried out now; nil where it can.
  func obstacle(to id: Command.ID) -> String? {
    if let obstacle = contextObstacle(to: id) { return obstacle }
    switch id {
    case .back where history.back.isEmpty: return "This is where you started"
    case .forward where history.forward.isEmpty: return "There is nothing to go forward to"
    case .importFiles: return obstacleToImport
    case .archive: return obstacleToArchive
    case .stop: return isBusy ? nil : "Nothing is under way that could be stopped"
    case .open where list.selectedRow == nil:
      return list.isEmpty ? "The list is empty" : "Still looking this row up"
    case .original:
      if case .cable = detail.page { return nil }
      return "Only a cable that is in the archive has an original"
    case .warnings:
      guard case .cable(let page) = detail.page else { return "There is no cable to warn about" }
      return page.cable.warnings.isEmpty
        ? "No warnings: the parser took this cable at its word" : nil
    case .versions:
      guard case .cable(let page) = detail.page, page.versions.count > 1, page.row.id != nil else {
        return "There is one text of this cable"
      }
      return nil
    case .explain, .tree:
      if case .cable = detail.page { return nil }
      return "Only a cable that is in the archive can be looked into"
    case .mark where detail.page == nil: return "There is no cable to mark a place in"
    case .pager, .editor, .pipe, .save, .saveOver, .copy:
      return detail.page == nil ? "There is no cable" : nil
    case .bookmark, .label, .note, .unread:
      if !picked.isEmpty, id != .note { return nil }
      if focus == .list, followsList {
        return list.selectedRow == nil ? "There is no cable" : nil
      }
      return detail.page == nil ? "There is no cable" : nil
    case .pick where list.selectedRow == nil: return "There is no cable to pick"
    case .pickAll where list.isEmpty: return "The list is empty"
    case .saveSearch where list.queryText.isEmpty:
      return "There is no search to save: / searches"
    case .export, .exportOver:
      if exporting != nil { return "A result is being written; Ctrl-C stops that" }
      return list.isEmpty ? "The list is empty" : nil
    case .find: return detail.page == nil ? "There is no cable to find in" : nil
    case .nextLink, .previousLink, .links:
      guard detail.page != nil else { return "There is no cable" }
      guard detail.document.links.isEmpty else { return nil }
      return detail.view == .original ? "The original shows no links; r reads" : "No links here"
    case .nextHit, .previousHit:
      if case .ends = overlay { return nil }
      guard finder.isEmpty, detail.find == nil else { return nil }
      return list.queryText.isEmpty
        ? "Nothing to find: / searches" : "This search has no words to find in the text"
    case .focusDetail, .switchPane:
      return detail.page == nil && focus == .list ? "There is no cable to go to" : nil
    case .widen, .narrow:
      return choice.isMaximised ? "The pane has all the room; O shares it" : nil
    default: return nil
    }
  }

  /// Why a command means nothing where the keys go, nil where it does.
  private func contextObstacle(to id: Command.ID) -> String? {
    guard let contexts = Command[id]?.contexts, !contexts.contains(context) else { return nil }
    // Whatever acts in a pane can be asked for from wherever a pane can be reached.
    if contexts.contains(.list) || contexts.contains(.detail) { return nil }
    let places = Command.Context.allCases.filter(contexts.contains).map(\.title.lowercasedFirst)
    return "\(id.rawValue) acts only \(places.joined(separator: " and "))"
  }
}
