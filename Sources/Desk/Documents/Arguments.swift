import Vocabulary
import Workflow

/// The members of one JSON object, read with sentences for what does not fit.
package struct Arguments {
  let value: JSONValue

  /// - Parameter value: the object.
  /// - Throws: `DeskError.malformed` when it is none.
  package init(_ value: JSONValue) throws {
    guard case .object = value else {
      throw DeskError.malformed("A JSON object was expected, but this is \(value.sort).")
    }
    self.value = value
  }

  /// The text under `key`; nil when there is none.
  func optionalText(_ key: String) throws -> String? {
    guard let found = value[key] else { return nil }
    guard let text = found.text else { throw wrong(key, "must be a text", found) }
    return text
  }

  func text(_ key: String) throws -> String {
    guard let text = try optionalText(key) else { throw missing(key) }
    return text
  }

  func optionalInt(_ key: String) throws -> Int? {
    guard let found = value[key] else { return nil }
    guard case .int(let number) = found, let small = Int(exactly: number) else {
      throw wrong(key, "must be a whole number", found)
    }
    return small
  }

  func int(_ key: String) throws -> Int {
    guard let number = try optionalInt(key) else { throw missing(key) }
    return number
  }

  func flag(_ key: String) throws -> Bool? {
    guard let found = value[key] else { return nil }
    guard case .bool(let flag) = found else { throw wrong(key, "must be true or false", found) }
    return flag
  }

  func optionalInstant(_ key: String) throws -> Instant? {
    guard let text = try optionalText(key) else { return nil }
    guard let instant = Instant(text) else {
      throw DeskError.malformed(
        "“\(key)” must be an RFC 3339 time such as 2026-11-21T18:00:00Z, but it is "
          + "“\(text.inOneLine(limit: 40))”.")
    }
    return instant
  }

  func instant(_ key: String) throws -> Instant {
    guard let instant = try optionalInstant(key) else { throw missing(key) }
    return instant
  }

  /// One of the words of `Choice` under `key`; nil when there is none.
  func optional<Choice>(_ key: String, _ type: Choice.Type) throws -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = try optionalText(key) else { return nil }
    return try choice(text, key, type)
  }

  func choice<Choice>(_ key: String, _ type: Choice.Type) throws -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    try choice(try text(key), key, type)
  }

  private func choice<Choice>(_ text: String, _ key: String, _ type: Choice.Type) throws
    -> Choice where Choice: RawRepresentable<String> & CaseIterable
  {
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw DeskError.malformed(
        "“\(key)” must be one of \(known), but it is “\(text.inOneLine(limit: 40))”.")
    }
    return choice
  }

  func list(_ key: String) throws -> [JSONValue]? {
    guard let found = value[key] else { return nil }
    guard let items = found.items else { throw wrong(key, "must be a list", found) }
    return items
  }

  func texts(_ key: String) throws -> [String]? {
    try list(key)?.map { item in
      guard let text = item.text else { throw wrong(key, "must be a list of texts", item) }
      return text
    }
  }

  func object(_ key: String) throws -> Arguments? { try value[key].map(Arguments.init) }

  func missing(_ key: String) -> DeskError { .malformed("“\(key)” is missing.") }

  private func wrong(_ key: String, _ must: String, _ found: JSONValue) -> DeskError {
    .malformed("“\(key)” \(must), but it is \(found.sort).")
  }
}
