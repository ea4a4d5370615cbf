import Desk
import Foundation
import Language
import Vocabulary

/// What one line of a labelled file holds.
struct JudgedFields {
  var text: String?
  var language: LanguageTag?
  var label: String?
  var score: Double?
  /// Kinds of what may hurt; empty for a good sentence, nil where nobody judged that.
  var findings: Set<String>?
  /// What an agent's words do; nil where nobody judged that.
  var acts: Set<String>?
  /// How many times the line is learned from.
  var weight = 1
  /// What the customer said in a dialogue, oldest first.
  var customerTurns: [String] = []

  /// The columns that say what people judged.
  static let judgements: Set<String> = [
    "label", "level", "score", "s_mean", "findings", "acts",
  ]

  /// The fields of a line of tab-separated columns, by their names in small letters.
  init(cells: [String: String]) {
    func cell(_ name: String) -> String? {
      cells[name].map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }
    text = cell("text")
    language = cell("lang").flatMap { LanguageTag(rawValue: $0) }
    label = cell("label") ?? cell("level")
    score = (cell("score") ?? cell("s_mean")).flatMap { $0.isEmpty ? nil : Double($0) ?? .nan }
    findings = cell("findings").map(Self.kinds)
    acts = cell("acts").map(Self.kinds)
  }

  /// The fields of a line of JSON.
  ///
  /// - Parameter json: the line.
  /// - Throws: `LineFault` when it is no object or a field is not of its kind.
  init(json: JSONValue) throws {
    guard case .object(let object) = json else {
      throw LineFault(sentence: "It is no JSON object; write {\"text\":…,\"label\":…}.")
    }
    text = try Self.string(object["text"], "text")
    language = try Self.string(object["lang"], "lang").flatMap { LanguageTag(rawValue: $0) }
    label = Self.word(object["label"])
    score = try Self.number(object["score"], "score") ?? Self.number(object["S_mean"], "S_mean")
    label = label ?? Self.word(object["level"])
    findings = try Self.kinds(object["findings"], "findings")
    acts = try Self.kinds(object["acts"], "acts")
    let times = try Self.number(object["weight"], "weight") ?? 1
    weight = times.isFinite ? Int(max(1, min(100, times))) : 1
    if case .array(let turns) = object["turns"] {
      customerTurns = turns.compactMap { turn in
        guard case .object(let turn) = turn, turn["from"] == .string("customer"),
          case .string(let text) = turn["text"]
        else { return nil }
        return text
      }
    }
  }

  private static func kinds(_ value: JSONValue?, _ key: String) throws -> Set<String>? {
    switch value {
    case nil, .null: nil
    case .array(let kinds): Set(try kinds.compactMap { try string($0, key) })
    case .string(let list): kinds(list)
    default: throw LineFault(sentence: "“\(key)” is no list of kinds.")
    }
  }

  private static func kinds(_ list: String) -> Set<String> {
    Set(
      list.split { $0 == "," || $0 == " " }.map(String.init))
  }

  private static func string(_ value: JSONValue?, _ key: String) throws -> String? {
    switch value {
    case nil, .null: nil
    case .string(let text): text
    default: throw LineFault(sentence: "“\(key)” is no text; put it in quotation marks.")
    }
  }

  private static func number(_ value: JSONValue?, _ key: String) throws -> Double? {
    switch value {
    case nil, .null: nil
    case .int(let number): Double(number)
    case .number(let number): number
    default: throw LineFault(sentence: "“\(key)” is no number.")
    }
  }

  private static func word(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text
    case .int(let number): String(number)
    case .number(let number): String(number)
    case .bool(let isTrue): isTrue ? "1" : "0"
    default: nil
    }
  }
}
