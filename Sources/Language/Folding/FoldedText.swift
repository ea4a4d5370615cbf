package import Vocabulary

/// A text folded for matching, with the way back to the scalars it came from.
package struct FoldedText: Sendable {
  /// The folded scalars.
  package private(set) var scalars: [UInt32] = []
  /// The kind of each folded scalar: the readers ask for it many times over.
  private var kinds: [ScalarTable.Kind] = []
  /// For each folded scalar, where the original it came from begins.
  private var starts: [Int32] = []
  /// For each folded scalar, one past the last original it stands for, marks on it included.
  private var ends: [Int32] = []
  /// How many Unicode scalars the original has.
  package private(set) var originalCount = 0

  /// How many scalars are left after folding.
  package var count: Int { scalars.count }

  /// Where `range` of the folded scalars stands in the original; clamped to the text.
  package func span(_ range: Range<Int>) -> TextSpan {
    let lower = max(0, range.lowerBound)
    let upper = min(range.upperBound, scalars.count)
    guard lower < upper else {
      let point = lower < scalars.count ? Int(starts[lower]) : originalCount
      return TextSpan(start: point, end: point)
    }
    return TextSpan(start: Int(starts[lower]), end: Int(ends[upper - 1]))
  }

  /// The folded text of `range`, clamped.
  package func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for value in scalars[range.clamped(to: 0..<scalars.count)] {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  /// The scalar at `index`, or 0 outside the text.
  @inline(__always)
  func at(_ index: Int) -> UInt32 {
    index >= 0 && index < scalars.count ? scalars[index] : 0
  }

  /// The kind of the scalar at `index`; `other` outside the text.
  @inline(__always)
  func kind(_ index: Int) -> ScalarTable.Kind {
    index >= 0 && index < kinds.count ? kinds[index] : .other
  }
}

extension FoldedText {
  mutating func reserve(_ count: Int) {
    scalars.reserveCapacity(count)
    kinds.reserveCapacity(count)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  @inline(__always)
  mutating func append(_ scalar: UInt32, _ kind: ScalarTable.Kind, start: Int) {
    scalars.append(scalar)
    kinds.append(kind)
    starts.append(Int32(truncatingIfNeeded: start))
    ends.append(Int32(truncatingIfNeeded: start + 1))
  }

  /// Lets the last folded scalar stand for the originals before `end` too.
  mutating func extendLast(to end: Int) {
    guard !ends.isEmpty else { return }
    ends[ends.count - 1] = Int32(truncatingIfNeeded: end)
  }

  mutating func makeLastNewline() {
    guard !scalars.isEmpty else { return }
    scalars[scalars.count - 1] = 0x0A
    kinds[kinds.count - 1] = .newline
  }

  mutating func finish(originalCount: Int) { self.originalCount = originalCount }

  /// The text without the scalars at `dropped`, which is in order.
  func without(_ dropped: [Int]) -> FoldedText {
    var kept = FoldedText()
    kept.reserve(count)
    var next = 0
    for index in scalars.indices {
      if next < dropped.count, dropped[next] == index {
        next += 1
        continue
      }
      kept.scalars.append(scalars[index])
      kept.kinds.append(kinds[index])
      kept.starts.append(starts[index])
      kept.ends.append(ends[index])
    }
    kept.originalCount = originalCount
    return kept
  }
}
