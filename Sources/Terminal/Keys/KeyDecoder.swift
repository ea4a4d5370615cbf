package import Screen

/// Turns the bytes a terminal sends into keys, and into what it says about mouse and window.
///
/// It keeps what is not complete yet: half a character, the beginning of a sequence, a paste still
/// under way. When nothing more comes for a while, ``flush()`` says what the rest means, since an
/// Escape key and the beginning of an arrow key are the same byte. Sequences nobody knows are
/// dropped whole, so that their letters are never taken for typing.
package struct KeyDecoder: Sendable {
  /// What the terminal's own description says about its keys.
  package struct Table: Sendable {
    /// Sequences beginning with ESC, and the keys they stand for.
    var sequences: [[UInt8]: Key]
    /// Whether the key that deletes backwards sends Control-H.
    var backspaceIsControlH: Bool

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - sequences: Sequences beginning with ESC, and the keys they stand for.
    ///   - backspaceIsControlH: Whether the key that deletes backwards sends Control-H.
    package init(sequences: [[UInt8]: Key] = [:], backspaceIsControlH: Bool = false) {
      self.sequences = sequences.filter { $0.key.first == 0x1B && $0.key.count > 1 }
      self.backspaceIsControlH = backspaceIsControlH
    }
  }

  /// A paste is cut at so many bytes.
  package let pasteLimit: Int
  let table: Table
  var pending: [UInt8] = []
  var position = 0
  private var paste: PasteCollector?
  /// Whether the last paste that was decoded had to be cut.
  package private(set) var lastPasteWasCut = false

  /// Makes a decoder with nothing pending.
  ///
  /// - Parameters:
  ///   - table: What the terminal's own description says about its keys.
  ///   - pasteLimit: A paste is cut at so many bytes.
  package init(table: Table = Table(), pasteLimit: Int = 1 << 20) {
    self.table = table
    self.pasteLimit = pasteLimit
  }

  /// Whether bytes are kept whose meaning depends on what comes, or does not come, next.
  package var isPending: Bool { !pending.isEmpty || paste != nil }

  /// Whether a paste is under way, whose end may take longer than a key does.
  package var isPasting: Bool { paste != nil }

  /// Decodes what has arrived.
  ///
  /// - Parameter bytes: What the terminal sent.
  /// - Returns: What is complete so far, in order. Linear in the number of bytes.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [Input] {
    pending.append(contentsOf: bytes)
    return drain(isFinal: false)
  }

  /// Decides about what is pending, since nothing more came.
  ///
  /// - Returns: The keys that the pending bytes stand for; a paste without an end is handed over
  ///   as far as it came.
  package mutating func flush() -> [Input] {
    drain(isFinal: true)
  }

  private mutating func drain(isFinal: Bool) -> [Input] {
    var inputs: [Input] = []
    position = 0
    while true {
      if paste != nil {
        guard collectPaste(into: &inputs, isFinal: isFinal) else { break }
      } else {
        guard position < pending.count else { break }
        switch next(isFinal: isFinal) {
        case .incomplete:
          pending.removeFirst(position)
          return inputs
        case .nothing: break
        case .keys(let keys): inputs += keys.map(Input.key)
        case .other(let input): inputs.append(input)
        case .pasteBegins: paste = PasteCollector(limit: pasteLimit)
        }
      }
    }
    pending.removeAll(keepingCapacity: pending.count < 4_096)
    return inputs
  }

  /// Takes bytes into the paste; answers whether it has ended.
  private mutating func collectPaste(into inputs: inout [Input], isFinal: Bool) -> Bool {
    guard var collector = paste else { return true }
    paste = nil
    let taken = collector.take(pending[position...])
    position += taken.count
    guard taken.isEnd || isFinal else {
      paste = collector
      return false
    }
    lastPasteWasCut = collector.wasCut
    inputs.append(.key(.paste(collector.text(isFinal: !taken.isEnd))))
    return true
  }
}
