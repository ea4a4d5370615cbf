import ArgumentParser
import Foundation
import Language
import Playbook
import Vocabulary

/// What it costs to read the heat of a customer's message and the tone of an agent's, beside a
/// regular expression of some hundred words run over the same texts.
struct ReadingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading",
    abstract: "Heat and tone of messages of 200 characters, and of a megabyte.")

  @Option(help: "The folder of judged sentences that messages are made of.")
  var material = "Tests/LanguageTests/Material"

  @Option(help: "Characters in a message.")
  var length = 200

  @Option(help: "Times each message is read.")
  var rounds = 20

  @Flag(help: "Only the messages and nothing beside them, for a profiler.")
  var onlyMessages = false

  func run() throws {
    let lexicon = try Playbook(path: .current(option: nil)).lexicon
    let reader = Reader(lexicon: lexicon)
    for language in LanguageTag.allCases {
      let customers = try messages("heat-\(language.rawValue).jsonl")
      let agents = try messages("tone-\(language.rawValue).jsonl")
      var heat = Measure()
      var tone = Measure()
      var again = Measure()
      var bare = Measure()
      let words = try Self.expression(of: agents)
      for _ in 0..<rounds {
        for (customer, agent) in zip(customers, agents) {
          heat.time { _ = reader.customer(customer, language: language) }
          tone.time { _ = reader.agent(agent, language: language) }
        }
      }
      // As a draft that grows, or one message in a loop: what was looked up is still at hand.
      for (customer, agent) in zip(customers, agents) {
        for _ in 0..<rounds {
          again.time {
            _ = reader.customer(customer, language: language)
            _ = reader.agent(agent, language: language)
          }
        }
      }
      for _ in 0..<rounds {
        if onlyMessages { break }
        for (customer, agent) in zip(customers, agents) {
          bare.time {
            for text in [customer, agent] {
              _ = words.numberOfMatches(
                in: text, range: NSRange(location: 0, length: text.utf16.count))
            }
          }
        }
      }
      print(
        """
        \(language.rawValue): heat \(Self.figures(heat)), tone \(Self.figures(tone)), together p50 \
        \(shown((heat.median + tone.median) * 1e6)) µs, one pair again and again \
        \(shown(again.median * 1e6)) µs
        """, terminator: "")
      print(onlyMessages ? "" : "; 200 words by a regular expression \(Self.figures(bare))")
      if onlyMessages {
        let steps = agents.reduce(0) { $0 + reader.work(readingAgent: $1) }
        print("  steps \(steps / agents.count) for \(length) characters")
        continue
      }
      let long = String(repeating: customers.joined(separator: "\n"), count: 200)
      let megabyte = String(decoding: Array(long.utf8.prefix(1 << 20)), as: UTF8.self)
      var whole = Measure()
      whole.time { _ = reader.customer(megabyte, language: language) }
      whole.time { _ = reader.agent(megabyte, language: language) }
      print(
        "  a megabyte: heat \(shown(whole.seconds[0] * 1e3)) ms, "
          + "tone \(shown(whole.seconds[1] * 1e3)) ms")
    }
  }

  /// Messages of `length` characters, made of the sentences of a file one after another.
  private func messages(_ file: String) throws -> [String] {
    struct Line: Decodable { var text: String }
    let data = try Data(contentsOf: URL(fileURLWithPath: material + "/" + file))
    let sentences = try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Line.self, from: $0).text
    }
    var messages: [String] = []
    var message = ""
    for sentence in sentences {
      message += message.isEmpty ? sentence : " " + sentence
      if message.count >= length {
        messages.append(String(message.prefix(length)))
        message = ""
      }
    }
    return messages
  }

  /// An alternation of the first two hundred words that are no letters alone.
  private static func expression(of texts: [String]) throws -> NSRegularExpression {
    var words: [String] = []
    for text in texts where words.count < 200 {
      words.append(contentsOf: text.split(separator: " ").map { String($0.prefix(8)) }.prefix(4))
    }
    let pattern = words.prefix(200).map(NSRegularExpression.escapedPattern).joined(separator: "|")
    return try NSRegularExpression(pattern: pattern, options: [.caseInsensitive])
  }

  private static func figures(_ measure: Measure) -> String {
    "p50 \(shown(measure.median * 1e6)) µs p99 \(shown(measure.percentile(0.99) * 1e6)) µs"
  }
}
