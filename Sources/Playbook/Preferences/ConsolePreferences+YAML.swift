extension ConsolePreferences {
  /// A switch as people write one.
  private enum Switch: String, CaseIterable {
    case on, off
  }

  /// Reads the preferences of a file.
  ///
  /// - Parameters:
  ///   - path: The file; none at that place means that all is as usual.
  ///   - files: How it is read.
  /// - Returns: The preferences, and everything wrong with the file; what is wrong counts as if it
  ///   were left out, and the rest counts.
  package static func load(
    _ path: String, files: FileAccess = .disk
  ) -> (preferences: ConsolePreferences, problems: [PlaybookProblem]) {
    let text: String
    do throws(PlaybookProblem) {
      guard let found = try files.text(path) else { return (ConsolePreferences(), []) }
      text = found
    } catch {
      return (ConsolePreferences(), [error])
    }
    return read(text, file: path)
  }

  /// Reads preferences from the text of a file.
  ///
  /// - Parameters:
  ///   - text: YAML; nothing but blanks and comments means that all is as usual.
  ///   - file: What the file is called in problems.
  /// - Returns: The preferences, and everything wrong with the text, by line.
  package static func read(
    _ text: String, file: String
  ) -> (preferences: ConsolePreferences, problems: [PlaybookProblem]) {
    var preferences = ConsolePreferences()
    let isBare = text.split(whereSeparator: \.isNewline).allSatisfy {
      $0.isBlank || $0.drop { $0 == " " || $0 == "\t" }.first == "#"
    }
    guard !isBare else { return (preferences, []) }
    let problems = ProblemList(file: file)
    if let node = YAMLNode.parse(text, into: problems) {
      let reader = YAMLReader(
        node: node, subject: "the console", key: "preferences", problems: problems)
      if let map = reader.map() { preferences.take(map) }
    }
    return (preferences, problems.problems.sorted())
  }

  private mutating func take(_ map: YAMLMap) {
    map.knows(
      "theme", "layout", "mouse", "borders", "ambiguous", "bell", "notices", "paste_question_lines",
      "keys")
    theme = map.optional("theme")?.term("theme") ?? theme
    layout = map.optional("layout")?.term("layout") ?? layout
    mouse = ConsolePreferences.isOn(map.optional("mouse")) ?? mouse
    borders = map.optional("borders")?.term("kind of border") ?? borders
    ambiguous = map.optional("ambiguous")?.term("width") ?? ambiguous
    bell = ConsolePreferences.isOn(map.optional("bell")) ?? bell
    notices = map.optional("notices")?.term("way of telling") ?? notices
    pasteQuestionLines =
      ConsolePreferences.number(map.optional("paste_question_lines"), most: 10_000)
      ?? pasteQuestionLines
    for entry in map.optional("keys")?.map()?.readers ?? [] {
      let names = entry.value.items(orOne: true).compactMap { $0.text() }
      // An empty list takes the keys away; anything else of which nothing is left is a slip.
      guard keys[entry.key] == nil, !names.isEmpty || entry.value.isEmptyList else { continue }
      keys[entry.key] = names
      keyLines[entry.key] = entry.line
    }
  }

  private static func isOn(_ reader: YAMLReader?) -> Bool? {
    let choice: Switch? = reader?.term("setting")
    return choice.map { $0 == .on }
  }

  private static func number(_ reader: YAMLReader?, most: Int) -> Int? {
    guard let reader, let number = reader.number() else { return nil }
    guard number <= most else {
      reader.report("wants \(most) at most in “\(reader.key)”, not \(number).")
      return nil
    }
    return number
  }
}
