package import Foundation

/// A JSON value of any shape, for documents that scripts read and write.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value under `key`; nil when this is no object, has no such key, or holds null there.
  package subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self, let value = members[key], value != .null else {
      return nil
    }
    return value
  }

  /// The text, when this is one.
  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The members, when this is an array.
  package var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

  /// What sort of value this is, in a word for an error.
  package var sort: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .int, .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// A text or null.
  package static func optional(_ text: (some CustomStringConvertible)?) -> JSONValue {
    text.map { .string($0.description) } ?? .null
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}

extension JSONValue: Codable {
  package init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let value = try? box.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? box.decode(Int64.self) {
      self = .int(value)
    } else if let value = try? box.decode(Double.self) {
      self = .number(value)
    } else if let value = try? box.decode(String.self) {
      self = .string(value)
    } else if let value = try? box.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try box.decode([String: JSONValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var box = encoder.singleValueContainer()
    switch self {
    case .null: try box.encodeNil()
    case .bool(let value): try box.encode(value)
    case .int(let value): try box.encode(value)
    case .number(let value): try box.encode(value)
    case .string(let value): try box.encode(value)
    case .array(let value): try box.encode(value)
    case .object(let value): try box.encode(value)
    }
  }
}

extension JSONValue {
  /// The value in `data`.
  ///
  /// - Parameter data: UTF-8.
  /// - Returns: the value.
  /// - Throws: `DeskError.malformed` with a sentence.
  package static func parse(_ data: Data) throws -> JSONValue {
    guard String(validating: data, as: UTF8.self) != nil else {
      throw DeskError.malformed("It is not valid UTF-8; save the file as UTF-8.")
    }
    do {
      return try JSONDecoder().decode(JSONValue.self, from: data)
    } catch {
      throw DeskError.malformed("It is not valid JSON; each line must be one JSON object.")
    }
  }

  /// The value of anything encodable.
  ///
  /// - Parameter value: what to show.
  /// - Returns: its JSON shape.
  /// - Throws: `EncodingError`; not for the plain values of this house.
  package static func of(_ value: some Encodable) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: try JSONEncoder().encode(value))
  }

  /// One line of JSON that is safe to print: keys in order, and every control, bidirectional or
  /// invisible character written as an escape, so that no terminal acts on it.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "null" }
    return String(decoding: data, as: UTF8.self).escapingInvisible
  }
}

extension String {
  /// Characters that a terminal may act on, as JSON escapes. They stand only inside texts, since
  /// JSON itself is made of none of them.
  fileprivate var escapingInvisible: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      guard scalar.isInvisible else {
        safe.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        safe += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
      }
    }
    return String(safe)
  }
}

extension Unicode.Scalar {
  fileprivate var isInvisible: Bool {
    if value < 0x7F { return value < 0x20 }
    if value < 0xA0 { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return true
    default: return false
    }
  }
}
