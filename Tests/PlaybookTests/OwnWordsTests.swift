import Foundation
import Language
import Playbook
import Testing
import Vocabulary

/// What the playbook says itself is among the sentences that hints are learned from.
struct OwnWordsTests {
  private struct Line: Codable {
    var lang: LanguageTag
    var text: String
    var findings: [String]
    var weight: Int
  }

  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "LanguageTests/Material/own-words.jsonl")

  /// `CALMDESK_OWN_WORDS=add` adds what is missing; then the hints are to be learned again.
  @Test func `every phrase and rewrite is learned from`() throws {
    let playbook = try #require(ShippedPlaybook.found)
    let known = try String(contentsOf: Self.file, encoding: .utf8)
    let lines = try known.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    var texts = Set(lines.map(\.text))
    var missing: [Line] = []
    for language in LanguageTag.allCases {
      let samples = PhraseSamples.values[language] ?? [:]
      let filled = playbook.phrases(in: language).flatMap { phrase in
        (0..<3).map { turn in
          phrase.filled(samples.mapValues { $0.indices.contains(turn) ? $0[turn] : $0[0] })
        }
      }
      let rewrites = playbook.lexicon.rewrites(in: language).map(\.rewrite)
      for text in filled + rewrites where texts.insert(text).inserted {
        missing.append(Line(lang: language, text: text, findings: [], weight: 4))
      }
    }
    if ProcessInfo.processInfo.environment["CALMDESK_OWN_WORDS"] == "add" {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.withoutEscapingSlashes]
      let added = try missing.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
      try Data((known + added.joined()).utf8).write(to: Self.file)
    } else {
      let first = missing.first?.text ?? ""
      #expect(
        missing.isEmpty,
        "\(missing.count) are not, “\(first)” first; see Tests/LanguageTests/Material/README.md")
    }
  }
}
