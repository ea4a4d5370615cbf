import Foundation
import Vocabulary

/// Words that betray a translation, or somebody who writes a language without speaking it.
struct Betrayal {
  var id: String
  var languages: Set<LanguageTag>
  /// Why nobody would say it; a whole sentence.
  var why: String
  /// What a native would say.
  var instead: String
  private let pattern: NSRegularExpression
  /// Where the pattern does not count.
  private let unless: NSRegularExpression?

  /// The words in `text` that betray it; nil when there are none.
  ///
  /// What stands in quotation marks is spoken about and not said, so it is left alone.
  func words(in text: String) -> String? {
    let whole = NSRange(text.startIndex..., in: text)
    let hits = pattern.matches(in: text, range: whole).map(\.range)
    guard !hits.isEmpty else { return nil }
    let spared =
      (unless?.matches(in: text, range: whole) ?? []).map(\.range) + Betrayal.quoted(in: text)
    let hit = hits.first { hit in
      !spared.contains { NSIntersectionRange($0, hit).length > 0 }
    }
    return hit.flatMap { Range($0, in: text) }.map { String(text[$0]) }
  }

  private static func quoted(in text: String) -> [NSRange] {
    let marks: [Character: Character] = ["“": "”", "「": "」", "『": "』"]
    var ranges: [NSRange] = []
    var open: (at: String.Index, until: Character)?
    for index in text.indices {
      if let begun = open {
        guard text[index] == begun.until else { continue }
        ranges.append(NSRange(begun.at...index, in: text))
        open = nil
      } else if let until = marks[text[index]] {
        open = (index, until)
      }
    }
    return ranges
  }
}

extension Betrayal {
  /// The entries of one file; those whose examples do not come out are left out and reported.
  static func list(_ reader: YAMLReader) -> [Betrayal] {
    guard let map = reader.map() else { return [] }
    map.knows("betrayals")
    var seen: Set<String> = []
    return map.required("betrayals")?.items().compactMap { item in
      guard let betrayal = Betrayal(item) else { return nil }
      if seen.insert(betrayal.id).inserted { return betrayal }
      item.about("the list of betrayals").report("has two called “\(betrayal.id)”; rename one.")
      return nil
    } ?? []
  }

  private init?(_ reader: YAMLReader) {
    guard let found = reader.about("a betrayal").map(), let id = found.text("id") else {
      return nil
    }
    let map = found.about("betrayal “\(id)”")
    let before = map.problems.problems.count
    map.knows("id", "languages", "pattern", "unless", "why", "instead", "catches", "leaves")
    let languages: [LanguageTag]? = map.required("languages")?.terms("language")
    let pattern = map.required("pattern").flatMap(Betrayal.pattern)
    let unless = map.optional("unless").map(Betrayal.pattern)
    let (why, instead) = (map.text("why"), map.text("instead"))
    guard let languages, let pattern, let why, let instead,
      map.problems.problems.count == before
    else { return nil }
    self.init(
      id: id, languages: Set(languages), why: why, instead: instead, pattern: pattern,
      unless: unless ?? nil)
    for (key, mustCatch) in [("catches", true), ("leaves", false)] {
      let examples = map.required(key)?.items(orOne: true) ?? []
      for example in examples {
        guard let text = example.text(), (words(in: text) != nil) != mustCatch else { continue }
        example.report(
          mustCatch
            ? "does not catch “\(text)”; widen “pattern”."
            : "catches “\(text)”; narrow “pattern” or name it in “unless”.")
      }
    }
    guard map.problems.problems.count == before else { return nil }
  }

  /// A regular expression; capitals do not matter, `^` and `$` are ends of lines.
  private static func pattern(_ reader: YAMLReader) -> NSRegularExpression? {
    guard let text = reader.text() else { return nil }
    let pattern = try? NSRegularExpression(
      pattern: text, options: [.caseInsensitive, .anchorsMatchLines])
    guard let pattern, pattern.firstMatch(in: "", range: NSRange(location: 0, length: 0)) == nil
    else {
      reader.report(
        "has “\(text)” in “\(reader.key)”, which is no regular expression or fits an empty text;"
          + " mend it.")
      return nil
    }
    return pattern
  }
}
