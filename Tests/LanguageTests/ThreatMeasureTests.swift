import Foundation
import Testing
import Vocabulary

@testable import Language

/// How well it is read that a customer turns to somebody outside, which calls the supervisor at once:
/// on sentences that were in sight when gaps were closed, and on ones that were only counted.
@Suite struct ThreatMeasureTests {
  private struct Judged: Decodable {
    var text: String
    var threat: Bool
  }

  private static func sentences(_ file: String) throws -> [Judged] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Material/\(file).jsonl")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Judged.self, from: Data($0.utf8))
    }
  }

  @Test(arguments: LanguageTag.allCases)
  func `most threats call somebody, and few other words do`(_ language: LanguageTag) throws {
    try measure("threat-\(language.rawValue)", language, recall: 0.85, precision: 0.92)
  }

  @Test(arguments: LanguageTag.allCases)
  func `so it is with sentences nobody had seen`(_ language: LanguageTag) throws {
    try measure("fresh/threat-\(language.rawValue)", language, recall: 0.72, precision: 0.88)
  }

  private func measure(
    _ file: String, _ language: LanguageTag, recall: Double, precision: Double
  ) throws {
    let sentences = try Self.sentences(file)
    var read = Detection()
    var wrong: [String] = []
    for sentence in sentences {
      let moves = ShippedLexicon.reader.customer(sentence.text, language: language).moves
      let isFound = moves.contains(.threat)
      read.count(isThere: sentence.threat, isFound: isFound)
      if isFound != sentence.threat { wrong.append(sentence.text) }
    }
    #expect(sentences.count >= 70)
    #expect(try #require(read.recall) >= recall, "wrong: \(wrong)")
    #expect(try #require(read.precision) >= precision, "wrong: \(wrong)")
  }
}
