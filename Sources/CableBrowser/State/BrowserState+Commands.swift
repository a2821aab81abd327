import TerminalUI

// From an invocation to what it does: what it lacks is asked for, what can't be done says why.
extension BrowserState {
  /// Carries out what a key stands for, in its turn.
  mutating func carryOut(_ invocation: Invocation) -> [Effect] {
    if let missing = invocation.missing {
      // Nothing is asked for that could not be used.
      if !mustWait(invocation.id), let obstacle = obstacle(to: invocation.id) {
        say(obstacle)
        return []
      }
      if missing.kind == .key, missing == Command[invocation.id]?.arguments.last {
        console.awaited = invocation
        return []
      }
      return openCommandLine("\(invocation.description) ")
    }
    return performInTurn(invocation)
  }

  /// Gives a key to the command that waits for one; Esc lets it be.
  mutating func give(_ key: Key, to invocation: Invocation) -> [Effect] {
    console.awaited = nil
    if key.code == .escape || key == Key(.character("c"), modifiers: .control) { return [] }
    var invocation = invocation
    invocation.arguments += (invocation.arguments.isEmpty ? "" : " ") + key.description
    return performInTurn(invocation)
  }

  /// Carries out a line as it was typed.
  mutating func carryOut(line: String) -> [Effect] {
    let invocation: Invocation
    do {
      invocation = try Invocation(parsing: line)
    } catch {
      complain(error.description)
      return []
    }
    if let missing = invocation.missing, let command = Command[invocation.id] {
      complain("\(command.id.rawValue) needs \(missing.name): \(command.usage)")
      return []
    }
    // What lies over the panes makes way for a command that is not for it.
    if overlay != nil, Command[invocation.id]?.contexts.contains(.overlay) == false {
      overlay = nil
    }
    return performInTurn(invocation)
  }
}
