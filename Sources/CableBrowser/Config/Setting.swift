/// A setting by name: its values in writing, and how it is read and changed.
///
/// The table `Setting.all` feeds the command `set`, its completion, the default configuration and the manual page.
public struct Setting: Sendable {
  /// The name.
  public let name: String
  /// What it is, one line.
  public let summary: String
  /// What it can be, for readers.
  public let values: String
  /// Words to complete with.
  let words: [String]
  /// The value at hand, in writing.
  let read: @Sendable (Settings) -> String
  /// Takes a value; false where it is none.
  let write: @Sendable (inout Settings, String) -> Bool

  /// Every setting, in the order of the default configuration.
  public static let all: [Setting] = [
    Setting(
      name: "theme", summary: "The look of the screen",
      values: Theme.Name.allCases.map(\.rawValue).joined(separator: ", "),
      words: Theme.Name.allCases.map(\.rawValue), read: { $0.theme.rawValue },
      write: { settings, value in
        guard let name = Theme.Name(rawValue: value) else { return false }
        settings.theme = name
        return true
      }),
    Setting(
      name: "columns", summary: "What stands in a row of the list, from left to right",
      values: "some of \(ListColumn.allCases.map(\.rawValue).joined(separator: ", "))",
      words: ListColumn.allCases.map(\.rawValue),
      read: { $0.columns.map(\.rawValue).joined(separator: " ") },
      write: { settings, value in
        let names = value.split { $0 == " " || $0 == "," }.map(String.init)
        let columns = names.compactMap(ListColumn.init)
        guard !names.isEmpty, columns.count == names.count, Set(columns).count == columns.count
        else { return false }
        settings.columns = columns
        return true
      }),
    Setting(
      name: "layout", summary: "How the panes stand",
      values: "auto, side, stacked", words: ["auto", "side", "stacked"],
      read: { $0.panes.arrangement.rawValue },
      write: { settings, value in
        guard let arrangement = PaneChoice.Arrangement(rawValue: value) else { return false }
        settings.panes.arrangement = arrangement
        return true
      }),
    Setting(
      name: "split", summary: "The list's share of the room, in percent",
      values: "auto, or 10 to 90", words: ["auto", "30", "40", "50", "60"],
      read: { $0.panes.listShare.map(String.init) ?? "auto" },
      write: { settings, value in
        guard value != "auto" else {
          settings.panes.listShare = nil
          return true
        }
        guard let share = Int(value), 10...90 ~= share else { return false }
        settings.panes.listShare = share
        return true
      }),
    .choice(
      "mouse", "Whether the mouse selects and scrolls here, or marks text", \.isMouseEnabled),
    .choice(
      "passages", "Whether the best passage stands under each cable of a search",
      \.showsPassages),
    Setting(
      name: "wrap", summary: "The widest that text is set, in columns",
      values: "auto, or 20 to 500", words: ["auto", "72", "80", "100"],
      read: { $0.textColumns.map(String.init) ?? "auto" },
      write: { settings, value in
        guard value != "auto" else {
          settings.textColumns = nil
          return true
        }
        guard let columns = Int(value), 20...500 ~= columns else { return false }
        settings.textColumns = columns
        return true
      }),
  ]

  /// A setting that is on or off.
  private static func choice(
    _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Bool> & Sendable
  ) -> Setting {
    Setting(
      name: name, summary: summary, values: "on, off", words: ["on", "off"],
      read: { $0[keyPath: path] ? "on" : "off" },
      write: { settings, value in
        guard value == "on" || value == "off" else { return false }
        settings[keyPath: path] = value == "on"
        return true
      })
  }

  /// The value it has where nothing else was chosen.
  public var standardValue: String { read(Settings()) }

  /// The setting of a name.
  static subscript(name: String) -> Setting? { all.first { $0.name == name } }

  /// The setting of a name or the beginning of just one.
  ///
  /// - Throws: That there is none, or that there are several.
  static func named(_ name: String) throws(InvocationError) -> Setting {
    if let exact = Self[name] { return exact }
    let candidates = all.filter { $0.name.hasPrefix(name) }
    guard let first = candidates.first else {
      throw InvocationError(
        "There is no setting \(name); there are \(all.map(\.name).joined(separator: ", "))")
    }
    guard candidates.count == 1 else {
      throw InvocationError(
        "\(name) could be \(candidates.map(\.name).joined(separator: ", ")); type more")
    }
    return first
  }
}
