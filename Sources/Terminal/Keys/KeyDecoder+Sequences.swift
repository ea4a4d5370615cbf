internal import Screen

extension KeyDecoder {
  /// What stands at the decoder's position.
  enum Step {
    /// More bytes are needed.
    case incomplete
    /// Bytes that mean no key.
    case nothing
    /// One or more keys.
    case keys([Key])
    /// Something that is no key: the mouse, or the window in front.
    case other(Input)
    /// What follows is pasted.
    case pasteBegins
  }

  private static let escape: UInt8 = 0x1B
  /// No key's sequence is longer; what is, is noise.
  private static let longest = 128

  /// Decodes one step at the position and moves on, unless it is incomplete.
  ///
  /// - Parameter isFinal: Whether nothing more will come.
  /// - Returns: What stood there.
  mutating func next(isFinal: Bool) -> Step {
    let byte = pending[position]
    if byte == Self.escape { return sequence(isFinal: isFinal) }
    if byte < 0x20 || byte == 0x7F {
      position += 1
      return .keys([control(byte)])
    }
    return typed(isFinal: isFinal)
  }

  /// The key of a control character.
  private func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08: table.backspaceIsControlH ? .backspace : .control("h")
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte + 0x40)))
    case 0x7F: .backspace
    default: .control(Character(Unicode.Scalar(byte | 0x60)))
    }
  }

  private func byte(_ offset: Int) -> UInt8? {
    position + offset < pending.count ? pending[position + offset] : nil
  }

  // MARK: - ESC

  private mutating func sequence(isFinal: Bool) -> Step {
    guard let second = byte(1) else {
      return waiting(isFinal, else: [.escape], skipping: 1)
    }
    switch second {
    case UInt8(ascii: "["):
      return controlSequence(isFinal: isFinal)
    case UInt8(ascii: "O"):
      return singleShift(isFinal: isFinal)
    case UInt8(ascii: "]"), UInt8(ascii: "P"):
      if let step = report(isFinal: isFinal) { return step }
    case Self.escape:
      // ESC before a sequence is Alt with that key; two by themselves are two Escapes.
      guard let third = byte(2) else {
        return waiting(isFinal, else: [.escape, .escape], skipping: 2)
      }
      guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else {
        position += 1
        return .keys([.escape])
      }
    default:
      if let step = described(isFinal: isFinal) { return step }
    }
    return alternate(isFinal: isFinal)
  }

  /// Alt with whatever key follows the ESC.
  private mutating func alternate(isFinal: Bool) -> Step {
    position += 1
    switch next(isFinal: isFinal) {
    case .incomplete:
      position -= 1
      return .incomplete
    case .keys(var keys):
      guard let first = keys.first else { return .nothing }
      switch first {
      case .alt, .paste: break
      default: keys[0] = .alt(first)
      }
      return .keys(keys)
    case .nothing: return .nothing
    case .other(let input): return .other(input)
    case .pasteBegins: return .pasteBegins
    }
  }

  /// Waits for more, or settles for keys when nothing more comes.
  private mutating func waiting(_ isFinal: Bool, else keys: [Key], skipping count: Int) -> Step {
    guard isFinal else { return .incomplete }
    position += count
    return .keys(keys)
  }

  /// A sequence from the terminal's own description.
  private mutating func described(isFinal: Bool) -> Step? {
    let rest = pending[position...].prefix(Self.longest)
    var found: (length: Int, key: Key)?
    var couldGoOn = false
    for (sequence, key) in table.sequences {
      if rest.starts(with: sequence) {
        if sequence.count > found?.length ?? 0 { found = (sequence.count, key) }
      } else if sequence.starts(with: rest) {
        couldGoOn = true
      }
    }
    if couldGoOn && !isFinal { return .incomplete }
    guard let found else { return nil }
    position += found.length
    return .keys([found.key])
  }

  // MARK: - ESC [

  private mutating func controlSequence(isFinal: Bool) -> Step {
    var length = 2
    // The Linux console sends ESC [ [ A for F1.
    if byte(2) == UInt8(ascii: "[") {
      guard let letter = byte(3) else {
        return waiting(isFinal, else: [.alt(.character("[")), .character("[")], skipping: 3)
      }
      position += 4
      guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter) else { return .nothing }
      return .keys([.function(Int(letter - UInt8(ascii: "A")) + 1)])
    }
    while let byte = byte(length), (0x20...0x3F).contains(byte), length < Self.longest {
      length += 1
    }
    guard let final = byte(length) else {
      if isFinal && length > 2 {
        // Half a sequence that will never be whole.
        position = pending.count
        return .nothing
      }
      return waiting(isFinal, else: [.alt(.character("["))], skipping: 2)
    }
    let parameters = Array(pending[position + 2..<position + length])
    guard (0x40...0x7E).contains(final), length < Self.longest else {
      // Broken off by a byte that belongs to none: that byte is decoded by itself.
      position += length
      return .nothing
    }
    let whole = Array(pending[position...(position + length)])
    if parameters.isEmpty, final == UInt8(ascii: "M") { return oldReport(isFinal: isFinal) }
    position += length + 1
    if parameters == Array("200".utf8) && final == UInt8(ascii: "~") { return .pasteBegins }
    if let report = PointerReport(parameters: parameters, final: final) {
      return report.pointer.map { .other(.pointer($0)) } ?? .nothing
    }
    if parameters.isEmpty, final == UInt8(ascii: "I") { return .other(.focus(true)) }
    if parameters.isEmpty, final == UInt8(ascii: "O") { return .other(.focus(false)) }
    let sequence = ControlSequence(parameters: parameters, final: final)
    return (sequence.key ?? table.sequences[whole]).map { .keys([$0]) } ?? .nothing
  }

  /// A report about the mouse of the old kind, which has three bytes more.
  private mutating func oldReport(isFinal: Bool) -> Step {
    let start = position + 3
    guard start + 3 <= pending.count else {
      guard isFinal else { return .incomplete }
      position = pending.count
      return .nothing
    }
    position = start + 3
    let pointer = PointerReport(old: pending[start..<start + 3])?.pointer
    return pointer.map { .other(.pointer($0)) } ?? .nothing
  }

  // MARK: - ESC O

  private mutating func singleShift(isFinal: Bool) -> Step {
    var length = 2
    while let byte = byte(length), (0x30...0x39).contains(byte), length < 5 { length += 1 }
    guard let final = byte(length) else {
      return waiting(isFinal, else: [.alt(.character("O"))], skipping: length)
    }
    guard (0x40...0x7E).contains(final) else {
      position += length
      return length == 2 ? .keys([.alt(.character("O"))]) : .nothing
    }
    let whole = Array(pending[position...(position + length)])
    let modifiers = Array(pending[position + 2..<position + length])
    position += length + 1
    let key =
      ControlSequence.singleShift(final: final, modifiers: modifiers) ?? table.sequences[whole]
    return key.map { .keys([$0]) } ?? .nothing
  }

  // MARK: - Reports

  /// An answer of the terminal to a question nobody asked here; nothing when it is none.
  private mutating func report(isFinal: Bool) -> Step? {
    guard let third = byte(2) else { return isFinal ? nil : .incomplete }
    guard (0x30...0x39).contains(third) || "+$>!|=".utf8.contains(third) else { return nil }
    var length = 3
    while let byte = byte(length), length < 4_096 {
      length += 1
      let isEnd = byte == 0x07 || byte == UInt8(ascii: "\\") && self.byte(length - 2) == Self.escape
      guard !isEnd else {
        position += length
        return .nothing
      }
    }
    guard isFinal || length >= 4_096 else { return .incomplete }
    position += length
    return .nothing
  }

  // MARK: - Text

  /// Characters as they were typed, or put in at once by an input method.
  private mutating func typed(isFinal: Bool) -> Step {
    var end = position
    while end < pending.count, pending[end] >= 0x20, pending[end] != 0x7F { end += 1 }
    // Half a character at the end waits for its other half.
    if end == pending.count, !isFinal {
      let half = Self.incompleteTail(pending[position..<end])
      end -= half
      guard end > position else { return .incomplete }
    }
    let text = String(decoding: pending[position..<end], as: UTF8.self)
    position = end
    let keys = Self.withoutControls(text).map { Key.character($0) }
    return keys.isEmpty ? .nothing : .keys(keys)
  }

  /// `text` without what was no text and without controls; mostly there are none.
  private static func withoutControls(_ text: String) -> String {
    func isDropped(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "\u{FFFD}" || (0x7F..<0xA0).contains(scalar.value)
    }
    guard text.unicodeScalars.contains(where: isDropped) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isDropped($0) }))
  }

  /// How many bytes at the end begin a character without completing it.
  private static func incompleteTail(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes.reversed().prefix(4) {
      count += 1
      guard byte & 0xC0 == 0x80 else {
        let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF8 ? 4 : 1
        return count < length ? count : 0
      }
    }
    return 0
  }
}
