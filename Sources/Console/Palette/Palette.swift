import Language
package import Vocabulary

/// Everything that can be done, found by its name: what is typed, and what fits it.
package struct Palette: Equatable, Sendable {
  /// What was typed.
  package internal(set) var editor = Editor()
  /// Everything there is, in the order in which it stands while nothing is typed.
  package internal(set) var entries: [PaletteEntry]
  /// What going to a case by its number is called.
  let caseWords: String
  /// What fits, the best first, counted in ``entries``.
  package internal(set) var found: [Int]
  /// The selected line, counted in ``found``.
  package internal(set) var selected = 0

  init(_ entries: [PaletteEntry], caseWords: String) {
    self.entries = entries
    self.caseWords = caseWords
    found = Array(entries.indices)
  }

  /// The selected entry; nil when nothing fits.
  package var entry: PaletteEntry? {
    found.indices.contains(selected) ? entries[found[selected]] : nil
  }

  /// Finds anew what fits what was typed.
  mutating func find() {
    selected = 0
    let typed = editor.text.trimmingBlanks
    entries.removeAll { $0.isNumberAlone }
    if let ref = Palette.caseNumber(typed),
      !entries.contains(where: { $0.deed == .conversation(ref) })
    {
      entries.append(PaletteEntry(number: ref, "\(caseWords) \(ref.rawValue)", typed: typed))
    }
    let match = FuzzyMatch(typed)
    guard !match.isEmpty || !typed.isEmpty else {
      found = Array(entries.indices)
      return
    }
    var scores = entries.map { $0.score(match, typed: typed) }
    if scores.allSatisfy({ $0 == nil }) {
      // Nothing is called so; probably a finger slipped.
      scores = entries.map { match.scoreMisspelt($0.forms.own + $0.forms.other) }
    }
    // Entries of one score keep the order they have while nothing is typed.
    found = entries.indices.filter { scores[$0] != nil }
      .sorted { (scores[$0] ?? 0, $1) > (scores[$1] ?? 0, $0) }
  }

  /// The case whose number was typed, with or without what stands before it; nil for anything else.
  private static func caseNumber(_ typed: String) -> CaseRef? {
    let digits = typed.uppercased().hasPrefix("C-") ? typed.dropFirst(2) : typed[...]
    guard (3...12).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return CaseRef("C-\(digits)")
  }

  mutating func move(by step: Int) {
    guard !found.isEmpty else { return }
    selected = max(0, min(selected + step, found.count - 1))
  }

  /// Moves to the next or the previous line, and from the last to the first.
  mutating func turn(by step: Int) {
    guard !found.isEmpty else { return }
    selected = ((selected + step) % found.count + found.count) % found.count
  }
}

/// One line of the palette.
package struct PaletteEntry: Equatable, Sendable {
  /// What it does.
  package enum Deed: Equatable, Sendable {
    case action(Action)
    /// Goes to a conversation of one's own, or to any case by its number.
    case conversation(CaseRef)
  }

  /// What it does.
  package var deed: Deed
  /// What it is called.
  package var name: String
  /// Its keys, as hints show them, the main one first.
  package var keys: [String]
  /// The ways in which it may be typed.
  var forms: PaletteForms

  /// Whether it is there because somebody typed the number of a case.
  var isNumberAlone = false

  /// How well it fits; nil when it does not.
  func score(_ match: FuzzyMatch, typed: String) -> Int? {
    // A key is looked for as it is: T is not t.
    let byKey = keys.contains {
      $0 == typed || $0.count > 1 && $0.lowercased() == typed.lowercased()
    }
    let byName = match.isEmpty ? nil : forms.score(match)
    return byKey ? max(byName ?? 0, PaletteEntry.byKey) : byName
  }

  /// A key that was typed comes before every name.
  private static let byKey = 10_000
}

extension PaletteEntry {
  /// A case that was asked for by its number.
  init(number ref: CaseRef, _ name: String, typed: String) {
    self.init(
      deed: .conversation(ref), name: name, keys: [],
      forms: PaletteForms(own: [SearchForm(typed)]), isNumberAlone: true)
  }
}

/// The ways in which an entry may be typed, the usual ones apart from those that count less.
package struct PaletteForms: Equatable, Sendable {
  /// In the language of the screen.
  var own: [SearchForm]
  /// In English, and as files and scripts name it.
  var other: [SearchForm] = []

  /// How well it fits: of two names that fit alike, the one in the language of the screen is meant.
  func score(_ match: FuzzyMatch) -> Int? {
    let other = match.score(self.other).map { $0 - 3 }
    return [match.score(own), other, mixed(match)].compactMap(\.self).max()
  }

  /// Words of which one is found in one language and the next in another.
  private func mixed(_ match: FuzzyMatch) -> Int? { match.score(own + other).map { $0 - 6 } }
}
