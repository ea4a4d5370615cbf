/// Decodes a value of a file into a type that says for itself how it is decoded.
struct YAMLDecoding: Decoder {
  let node: YAMLNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ node: YAMLNode, at path: [any CodingKey] = []) {
    self.node = node
    codingPath = path
  }

  /// The value of `type` in `reader`; what is wrong is reported with its line.
  static func decode<Value: Decodable>(_ type: Value.Type, _ reader: YAMLReader) -> Value? {
    do {
      return try Value(from: YAMLDecoding(reader.node))
    } catch DecodingError.keyNotFound(let key, let context) {
      let line = reader.node.line(at: context.codingPath)
      reader.problems.add(line, "\(place(context.codingPath)) has no “\(key.stringValue)”; add it.")
    } catch DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
      DecodingError.valueNotFound(_, let context)
    {
      let line = reader.node.line(at: context.codingPath)
      reader.problems.add(line, "\(place(context.codingPath)): \(context.debugDescription)")
    } catch {
      reader.problems.add(reader.node.line, "The file cannot be read.")
    }
    return nil
  }

  /// A path in words: `heat, entry 2, words`.
  private static func place(_ path: [any CodingKey]) -> String {
    if path.isEmpty { return "the file" }
    return path.map { key in key.intValue.map { "entry \($0 + 1)" } ?? key.stringValue }
      .joined(separator: ", ")
  }

  fileprivate func mismatch(_ wanted: String) -> DecodingError {
    .dataCorrupted(
      .init(
        codingPath: codingPath, debugDescription: "\(wanted) is wanted here, not \(node.shape)."))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .map(let entries) = node.content else { throw mismatch("a map") }
    return KeyedDecodingContainer(Keyed<Key>(decoder: self, entries: entries))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let items) = node.content else { throw mismatch("a list") }
    return Listed(decoder: self, items: items)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension YAMLNode {
  /// The line of the value at `path`, or of the last value on the way there.
  fileprivate func line(at path: [any CodingKey]) -> Int {
    var node = self
    var line = node.line
    for key in path {
      switch node.content {
      case .map(let entries):
        guard let entry = entries.first(where: { $0.key == key.stringValue }) else { return line }
        line = entry.line
        node = entry.value
      case .list(let items):
        guard let index = key.intValue, items.indices.contains(index) else { return line }
        node = items[index]
        line = node.line
      case .scalar: return line
      }
    }
    return line
  }
}

/// A key made up on the way, such as a place in a list.
private struct PathKey: CodingKey {
  var stringValue: String
  var intValue: Int?

  init(_ index: Int) {
    stringValue = String(index)
    intValue = index
  }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { self.init(intValue) }
}

// MARK: - A single value

extension YAMLDecoding: SingleValueDecodingContainer {
  func decodeNil() -> Bool { node.isEmpty }

  private func scalar(_ wanted: String) throws -> String {
    guard case .scalar(let text, _) = node.content else { throw mismatch(wanted) }
    return text
  }

  private func read<Value>(_ wanted: String, _ make: (String) -> Value?) throws -> Value {
    let text = try scalar(wanted)
    guard let value = make(text) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: codingPath, debugDescription: "\(wanted) is wanted here, not “\(text)”."))
    }
    return value
  }

  func decode(_ type: Bool.Type) throws -> Bool { try read("true or false") { Bool($0) } }
  func decode(_ type: String.Type) throws -> String { try scalar("a text") }
  func decode(_ type: Double.Type) throws -> Double { try read("a number") { Double($0) } }
  func decode(_ type: Float.Type) throws -> Float { try read("a number") { Float($0) } }
  func decode(_ type: Int.Type) throws -> Int { try whole() }
  func decode(_ type: Int8.Type) throws -> Int8 { try whole() }
  func decode(_ type: Int16.Type) throws -> Int16 { try whole() }
  func decode(_ type: Int32.Type) throws -> Int32 { try whole() }
  func decode(_ type: Int64.Type) throws -> Int64 { try whole() }
  func decode(_ type: UInt.Type) throws -> UInt { try whole() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try whole() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try whole() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try whole() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try whole() }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

  private func whole<Number: FixedWidthInteger>() throws -> Number {
    try read("a whole number") { Number($0) }
  }
}

// MARK: - A map

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: YAMLDecoding
  let entries: [YAMLEntry]
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { entries.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { entries.contains { $0.key == key.stringValue } }

  private func inner(_ key: some CodingKey) throws -> YAMLDecoding {
    guard let entry = entries.first(where: { $0.key == key.stringValue }) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "It is missing."))
    }
    return YAMLDecoding(entry.value, at: codingPath + [key])
  }

  func decodeNil(forKey key: Key) throws -> Bool { try inner(key).decodeNil() }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: inner(key))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try inner(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try inner(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try inner(PathKey(stringValue: "super")) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }
}

// MARK: - A list

private struct Listed: UnkeyedDecodingContainer {
  let decoder: YAMLDecoding
  let items: [YAMLNode]
  var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  private mutating func next() throws -> YAMLDecoding {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self, .init(codingPath: codingPath, debugDescription: "The list ends too early."))
    }
    defer { currentIndex += 1 }
    return YAMLDecoding(items[currentIndex], at: codingPath + [PathKey(currentIndex)])
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, items[currentIndex].isEmpty else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: next())
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}
