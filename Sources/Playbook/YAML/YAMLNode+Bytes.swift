/// The values of a file in a form that reads back much quicker than YAML.
extension YAMLNode {
  /// The value in bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch content {
    case .scalar(let text, let plain):
      bytes.append(plain ? 1 : 0)
      YAMLNode.write(line, to: &bytes)
      YAMLNode.write(text, to: &bytes)
    case .list(let items):
      bytes.append(2)
      YAMLNode.write(line, to: &bytes)
      YAMLNode.write(items.count, to: &bytes)
      for item in items { item.write(to: &bytes) }
    case .map(let entries):
      bytes.append(3)
      YAMLNode.write(line, to: &bytes)
      YAMLNode.write(entries.count, to: &bytes)
      for entry in entries {
        YAMLNode.write(entry.key, to: &bytes)
        YAMLNode.write(entry.line, to: &bytes)
        entry.value.write(to: &bytes)
      }
    }
  }

  private static func write(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt64(max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    write(text.utf8.count, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  /// The value `bytes` hold; nil when they hold none, or more than one.
  init?(bytes: ArraySlice<UInt8>) {
    var reader = ByteReader(rest: bytes)
    guard let node = reader.node(depth: 0), reader.rest.isEmpty else { return nil }
    self = node
  }
}

/// Reads values from bytes that may be anything.
private struct ByteReader {
  var rest: ArraySlice<UInt8>

  /// Lists and maps a value may lie within.
  static let deepest = 100

  mutating func node(depth: Int) -> YAMLNode? {
    guard depth < ByteReader.deepest, let kind = rest.popFirst(), let line = number() else {
      return nil
    }
    switch kind {
    case 0, 1:
      guard let text = text() else { return nil }
      return YAMLNode(content: .scalar(text, plain: kind == 1), line: line)
    case 2:
      guard let count = count() else { return nil }
      var items: [YAMLNode] = []
      items.reserveCapacity(count)
      for _ in 0..<count {
        guard let item = node(depth: depth + 1) else { return nil }
        items.append(item)
      }
      return YAMLNode(content: .list(items), line: line)
    case 3:
      guard let count = count() else { return nil }
      var entries: [YAMLEntry] = []
      entries.reserveCapacity(count)
      for _ in 0..<count {
        guard let key = text(), let keyLine = number(), let value = node(depth: depth + 1)
        else { return nil }
        entries.append(YAMLEntry(key: key, line: keyLine, value: value))
      }
      return YAMLNode(content: .map(entries), line: line)
    default: return nil
    }
  }

  private mutating func number() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while let byte = rest.popFirst() {
      guard shift < 42 else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int(value) }
      shift += 7
    }
    return nil
  }

  /// A number of things that follow, each of which takes a byte at least.
  private mutating func count() -> Int? {
    guard let count = number(), count <= rest.count else { return nil }
    return count
  }

  private mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { rest = rest.dropFirst(count) }
    return String(validating: rest.prefix(count), as: UTF8.self)
  }
}
