import Vocabulary
import Workflow

/// The members of one JSON object, read with sentences for what does not fit.
package struct Arguments {
  let value: JSONValue
  /// What stands before a key in sentences, such as `customer.` for the members of a customer.
  private let prefix: String

  /// - Parameter value: the object.
  /// - Throws: `DeskError.malformed` when it is none.
  package init(_ value: JSONValue) throws {
    guard case .object = value else {
      throw DeskError.malformed("A JSON object was expected, but this is \(value.sort).")
    }
    self.value = value
    prefix = ""
  }

  /// An object within another, called `name` in sentences.
  private init(_ value: JSONValue, called name: String, prefix: String = "") throws {
    guard case .object = value else {
      throw DeskError.malformed("\(name) must be an object, but it is \(value.sort).")
    }
    self.value = value
    self.prefix = prefix
  }

  // MARK: - Texts

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

  /// The text under `key` that names something, so it must not be blank.
  func name(_ key: String) throws -> String {
    let text = try text(key)
    guard !text.allSatisfy(\.isWhitespace) else {
      throw DeskError.malformed("\(label(key)) is empty; fill it in.")
    }
    return text
  }

  /// The text under `key` that names something, so it must not be blank; nil when there is none.
  func optionalName(_ key: String) throws -> String? {
    guard let text = try optionalText(key) else { return nil }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw DeskError.malformed("\(label(key)) is empty; fill it in, or leave it out.")
    }
    return text
  }

  /// The id under `key`, a text or a whole number; nil when there is none.
  func optionalID(_ key: String) throws -> String? {
    switch value[key] {
    case .int(let number): return String(number)
    case nil, .string: return try optionalName(key)
    case .number:
      throw DeskError.malformed(
        "\(label(key)) must be a text or a whole number; put this one in quotation marks.")
    case .some(let other): throw wrong(key, "must be a text or a number", other)
    }
  }

  // MARK: - Numbers, flags, times

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
    guard let found = value[key] else { return nil }
    let must = "must be an RFC 3339 time such as 2026-11-21T18:00:00Z"
    guard let text = found.text else { throw wrong(key, must, found) }
    guard let instant = Instant(text) else { throw wrong(key, must, text) }
    return instant
  }

  func instant(_ key: String) throws -> Instant {
    guard let instant = try optionalInstant(key) else { throw missing(key) }
    return instant
  }

  // MARK: - Choices

  /// One of the words of `Choice` under `key`; nil when there is none.
  func optional<Choice>(_ key: String, _ type: Choice.Type) throws -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let found = value[key] else { return nil }
    let must = "must be one of " + Choice.allCases.map(\.rawValue).joined(separator: ", ")
    guard let text = found.text else { throw wrong(key, must, found) }
    guard let choice = Choice(rawValue: text) else { throw wrong(key, must, text) }
    return choice
  }

  func choice<Choice>(_ key: String, _ type: Choice.Type) throws -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let choice = try optional(key, type) else { throw missing(key) }
    return choice
  }

  /// The language under `key`, spelled as one of ours or as a locale such as `zh-TW`; nil when
  /// there is none.
  func optionalLanguage(_ key: String) throws -> LanguageTag? {
    if let text = value[key]?.text, let language = LanguageTag(locale: text) { return language }
    return try optional(key, LanguageTag.self)
  }

  // MARK: - Lists and objects

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

  /// The object under `key`, whose members are called `key.member` in sentences.
  func object(_ key: String) throws -> Arguments? {
    try value[key].map { found in
      try Arguments(found, called: label(key), prefix: "\(prefix)\(key).")
    }
  }

  /// What `read` makes of the objects in the list under `key`; nil when there is no list.
  ///
  /// - Parameters:
  ///   - key: of the list.
  ///   - noun: what one of them is called in sentences, such as `Turn`; its number follows.
  ///   - read: reads one.
  /// - Returns: what was read, in order.
  /// - Throws: `DeskError.malformed` that names the one it is about.
  func each<Item>(_ key: String, _ noun: String, _ read: (Arguments) throws -> Item) throws
    -> [Item]?
  {
    try list(key)?.enumerated().map { offset, item in
      let name = "\(noun) \(offset + 1)"
      let arguments = try Arguments(item, called: name)
      do {
        return try read(arguments)
      } catch DeskError.malformed(let why) {
        throw DeskError.malformed("\(name): \(why)")
      }
    }
  }

  // MARK: - Sentences

  func missing(_ key: String) -> DeskError { .malformed("\(label(key)) is missing.") }

  private func label(_ key: String) -> String { "“\(prefix)\(key)”" }

  private func wrong(_ key: String, _ must: String, _ found: JSONValue) -> DeskError {
    .malformed("\(label(key)) \(must), but it is \(found.sort).")
  }

  private func wrong(_ key: String, _ must: String, _ text: String) -> DeskError {
    .malformed("\(label(key)) \(must), but it is “\(text.inOneLine(limit: 40))”.")
  }
}
