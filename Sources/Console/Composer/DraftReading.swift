package import Vocabulary

/// Unsent words that want reading, and what they are for.
package struct DraftWords: Equatable, Sendable {
  /// The case they are for.
  package var ref: CaseRef
  /// What would become of them.
  package var mode: ComposerMode
  /// Grows with every change of unsent words; tells an old reading from a new one.
  package var revision: Int
  /// The version of the case they were written at: what may be said changes with the case.
  package var version: Int
  package var text: String
  /// Where a public case is answered; nil on other channels.
  package var isPublic: Bool?

  package init(
    ref: CaseRef, mode: ComposerMode, revision: Int, version: Int, text: String,
    isPublic: Bool? = nil
  ) {
    self.ref = ref
    self.mode = mode
    self.revision = revision
    self.version = version
    self.text = text
    self.isPublic = isPublic
  }
}

/// What unsent words were read as, ready to be shown beside them.
package struct DraftReading: Equatable, Sendable {
  package var ref: CaseRef
  package var mode: ComposerMode
  package var revision: Int
  /// What may hurt, in the order it stands.
  package var marks: [DraftMark]
  /// Variables that are not filled, such as `due`.
  package var unresolved: [String]

  /// Places the findings of a reading in the words; linear in the words up to the last finding, so
  /// to be made away from the screen.
  ///
  /// - Parameters:
  ///   - words: what was read.
  ///   - reading: what it was read as.
  package init(of words: DraftWords, _ reading: AgentReading) {
    ref = words.ref
    mode = words.mode
    revision = words.revision
    unresolved = reading.unresolved
    let places = reading.findings.flatMap { finding -> [Int] in
      let replaced = finding.replaced ?? finding.span
      return [finding.span.start, finding.span.end, replaced.start, replaced.end]
    }
    let bytes = DraftReading.bytes(before: places, in: words.text)
    marks = reading.findings.map { finding in
      func range(_ span: TextSpan) -> Range<Int> {
        let start = bytes[span.start] ?? 0
        return start..<max(start, bytes[span.end] ?? start)
      }
      return DraftMark(
        finding: finding, range: range(finding.span),
        replaced: range(finding.replaced ?? finding.span), words: words.text.words(in: finding.span)
      )
    }
  }

  /// How many UTF-8 bytes stand before some of the scalars of a text.
  private static func bytes(before places: [Int], in text: String) -> [Int: Int] {
    var wanted = Set(places).sorted()[...]
    var bytes: [Int: Int] = [:]
    var scalars = 0
    var count = 0
    for scalar in text.unicodeScalars {
      while let next = wanted.first, next <= scalars {
        bytes[next] = count
        wanted.removeFirst()
      }
      if wanted.isEmpty { return bytes }
      scalars += 1
      count += UTF8.width(scalar)
    }
    for place in wanted { bytes[place] = count }
    return bytes
  }
}

/// A finding where it stands in the words it was read in.
package struct DraftMark: Equatable, Sendable {
  package var finding: ToneFinding
  /// The words found, in UTF-8 bytes.
  package var range: Range<Int>
  /// What the rewrite stands in for, in UTF-8 bytes.
  package var replaced: Range<Int>
  /// The words found.
  package var words: String

  /// Where the words still stand in a text that may have changed since, or nil.
  func place(in text: String) -> Range<String.Index>? { DraftMark.place(range, words, in: text) }

  private static func place(
    _ range: Range<Int>, _ words: String, in text: String
  ) -> Range<String.Index>? {
    let bytes = text.utf8
    guard
      let start = bytes.index(
        bytes.startIndex, offsetBy: range.lowerBound, limitedBy: bytes.endIndex),
      let end = bytes.index(start, offsetBy: range.count, limitedBy: bytes.endIndex),
      bytes[start..<end].elementsEqual(words.utf8)
    else { return nil }
    return start..<end
  }
}

extension UTF8 {
  /// How many bytes a scalar takes.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}
