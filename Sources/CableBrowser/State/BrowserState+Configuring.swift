import TerminalUI

// Changing keys and settings while browsing.
extension BrowserState {
  /// The look of the screen.
  var theme: Theme { configuration.theme(colors: colors) }

  /// The widest that text is set in the detail pane.
  var textColumns: Int { min(layout.detail.columns, configuration.settings.textColumns ?? .max) }

  /// Starts with a configuration; what is wrong with it is said.
  mutating func adopt(_ configuration: Configuration) {
    self.configuration = configuration
    report(configuration.problems)
    rearrange()
  }

  /// Carries out `set`, `bind`, `unbind` or `color` as a line of a configuration.
  mutating func configure(_ invocation: Invocation) -> [Effect] {
    let words = invocation.words
    switch (invocation.id, words.count) {
    case (.set, 0): return showSettings()
    case (.set, 1): return show(setting: words[0])
    case (.color, 1):
      guard let part = Theme.Part(rawValue: words[0]) else { break }
      say("\(part.rawValue) is \(theme[part].look)")
      return []
    default: break
    }
    let before = configuration
    do {
      try configuration.apply(invocation)
    } catch {
      complain(error.description)
      return []
    }
    return takeEffect(since: before)
  }

  /// Asks for a configuration file to be read; without a name for the one at hand, over the standard keys and settings.
  mutating func readConfiguration(_ invocation: Invocation) -> [Effect] {
    if invocation.id == .source {
      return [.readConfiguration(path: invocation.arguments, isAnew: false)]
    }
    guard let path = configuration.path else {
      say("No configuration file was read at the start; source FILE reads one")
      return []
    }
    return [.readConfiguration(path: path, isAnew: true)]
  }

  /// Goes on with files whose reading was stopped, else reads the configuration anew.
  mutating func reload(_ invocation: Invocation) -> [Effect] {
    guard canGoOnReading else { return readConfiguration(invocation) }
    loading.isCancelled = false
    loading.isDone = false
    return [.resumeLoading]
  }

  /// Takes over the lines of a file that was read.
  mutating func take(_ reading: ConfigurationReading, isAnew: Bool) -> [Effect] {
    let before = configuration
    if isAnew {
      configuration = .standard
      configuration.path = before.path
    }
    let problems = configuration.apply(reading)
    report(problems)
    if problems.isEmpty, !reading.isPresent {
      say(
        "There is no \(ConfigurationReading.shortened(reading.path)); keys and settings are those reftel comes with"
      )
    } else if problems.isEmpty {
      say("\(ConfigurationReading.shortened(reading.path)) has been read")
    }
    return takeEffect(since: before)
  }

  /// Says all that is wrong; the first stays on the screen.
  private mutating func report(_ problems: [String]) {
    for problem in problems.dropFirst().reversed() { complain(problem) }
    guard let first = problems.first else { return }
    complain(first)
    if problems.count > 1 {
      message?.text = "\(problems.count) errors, :messages shows all. \(first)"
    }
  }

  private mutating func takeEffect(since before: Configuration) -> [Effect] {
    var effects: [Effect] = []
    if before.settings.isMouseEnabled != isMouseEnabled {
      effects.append(.takeMouse(isMouseEnabled))
    }
    rearrange()
    return effects + fetchMissing()
  }

  private mutating func show(setting name: String) -> [Effect] {
    do {
      let setting = try Setting.named(name)
      say(
        "\(setting.name) is \(setting.read(configuration.settings)); it can be \(setting.values)")
    } catch {
      complain(error.description)
    }
    return []
  }

  private mutating func showSettings() -> [Effect] {
    var builder = DocumentBuilder()
    for setting in Setting.all {
      builder.item(label: setting.name, indent: 12) {
        $0.append(setting.read(configuration.settings), role: .title)
      }
      builder.item(indent: 12) {
        $0.append("\(setting.summary): \(setting.values)", role: .dim)
      }
    }
    overlay = .text(title: "Settings", document: builder.finish(), top: 0)
    return []
  }
}
