import Foundation
import Language
import Vocabulary
import Yams

/// The lexicons as they are shipped, read from the repository.
enum ShippedLexicon {
  static let files = [
    "acts", "anger", "heat", "hints-acts-en", "hints-acts-zh", "hints-tone-en", "hints-tone-zh",
    "moves",
    "situations", "tone", "wording",
  ]

  static let sources: [LexiconSource] = {
    do {
      return try files.map { name in
        let url = URL(filePath: #filePath).deletingLastPathComponent()
          .appending(path: "../../Resources/lexicons/\(name).yaml").standardized
        let text = try String(contentsOf: url, encoding: .utf8)
        var source = try YAMLDecoder().decode(LexiconSource.self, from: text)
        source.name = "\(name).yaml"
        return source
      }
    } catch {
      // The tests that count groups fail on this.
      return []
    }
  }()

  static let lexicon = Lexicon(sources)
  /// The words known by name, without learned hints of acts and tone.
  static let plainSources = sources.filter { $0.votes.isEmpty }
  static let plain = Lexicon(plainSources)
  static let reader = Reader(lexicon: lexicon)

  /// Decodes a lexicon written in a test.
  static func source(_ yaml: String, name: String = "own.yaml") throws -> LexiconSource {
    var source = try YAMLDecoder().decode(LexiconSource.self, from: yaml)
    source.name = name
    return source
  }
}

extension String {
  /// The words that `span` covers, counted in Unicode scalars.
  func words(at span: TextSpan) -> String {
    String(
      String.UnicodeScalarView(unicodeScalars.dropFirst(span.start).prefix(span.end - span.start)))
  }
}

extension CustomerReading {
  /// The words behind each signal of `kind` in `text`.
  func words(_ kind: String, in text: String) -> [String] {
    heat.signals.filter { $0.kind == kind }.map { text.words(at: $0.span) }
  }
}
