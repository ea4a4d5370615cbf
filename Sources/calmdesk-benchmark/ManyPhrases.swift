import ArgumentParser
import Foundation
import Vocabulary

/// A playbook of one's own with very many phrases, laid over the shipped one.
struct ManyPhrases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phrases",
    abstract: "Make an overlay playbook with very many phrases in each language.")

  @Argument(help: "The folder to make; calmdesk --playbook FOLDER uses it.")
  var folder: String

  @Option(help: "How many phrases a language.")
  var phrases = 20_000

  func run() throws {
    try Self.make(in: folder, count: phrases)
    print("\(folder): \(phrases) phrases a language")
  }

  private static let kinds = [
    "listening", "regret", "empathy", "say_back", "question", "thanks", "offer", "progress",
  ]
  private static let steps = ["vent", "apologise", "collect", "solve", "ask", "follow_up"]

  /// The words of a phrase around a number that tells it from the others.
  private static let words: [(LanguageTag, @Sendable (Int) -> String)] = [
    (.en, { "Thank you for telling me, {customer}. I have put number \($0) on the list for you." }),
    (.zhHans, { "{customer}，谢谢您告诉我，第\($0)条我已经替您记下来了。" }),
    (.zhHant, { "{customer}，謝謝您告訴我，第\($0)條我已經幫您記下來了。" }),
  ]

  /// Makes the folder.
  ///
  /// - Parameters:
  ///   - folder: where.
  ///   - count: phrases a language.
  /// - Throws: what the file system throws.
  static func make(in folder: String, count: Int) throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/phrases", withIntermediateDirectories: true)
    var catalogue = "phrases:\n"
    for number in 0..<count {
      let kind = kinds[number % kinds.count]
      catalogue += """
          - id: many.p\(number)
            kind: \(kind)
            steps: [\(steps[number / kinds.count % steps.count])]
            acts: [\(kind == "listening" ? "acknowledgement" : "thanks")]
            variables: [customer]

        """
    }
    try catalogue.write(
      toFile: folder + "/phrases/catalogue.yaml", atomically: true, encoding: .utf8)
    for (language, text) in words {
      let lines = (0..<count).map { "many.p\($0): \"\(text($0))\"\n" }.joined()
      try lines.write(
        toFile: folder + "/phrases/\(language.rawValue).yaml", atomically: true, encoding: .utf8)
    }
  }
}
