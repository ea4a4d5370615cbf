import Foundation

/// A JSON document the program printed.
indirect enum Document: Equatable, Sendable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([Document])
  case object([String: Document])

  init(parsing data: Data) throws {
    self = try JSONDecoder().decode(Document.self, from: data)
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let flag = try? box.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? box.decode(Double.self) {
      self = .number(number)
    } else if let text = try? box.decode(String.self) {
      self = .text(text)
    } else if let items = try? box.decode([Document].self) {
      self = .list(items)
    } else {
      self = .object(try box.decode([String: Document].self))
    }
  }

  /// The member called `key`; nil when there is none.
  subscript(key: String) -> Document? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }
  var items: [Document] { if case .list(let items) = self { items } else { [] } }
  /// The names of the members, none for what is no object.
  var keys: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }
  /// The texts in a list.
  var texts: [String] { items.compactMap(\.text) }

  /// Whether this is a time as RFC 3339 writes it.
  var isTime: Bool {
    guard let text else { return false }
    let pattern = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})/
    return text.wholeMatch(of: pattern) != nil
  }
}
