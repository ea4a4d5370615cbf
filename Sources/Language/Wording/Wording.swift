import Foundation
import Vocabulary

/// The hints of all files, compiled, and the vote they cast on a text.
///
/// A vote is linear in the text: each word and each pair of neighbours is looked up once, and
/// counts once however often it stands.
struct Wording: Sendable {
  /// The points a vote comes near to and never passes.
  let most: Double
  /// The points of each hint.
  private let points: KeyTable
  /// How many hints there are.
  let count: Int

  /// Compiles `sources`; a later one overrides hints of an earlier one.
  init(_ sources: [WordingSource]) {
    most = sources.map(\.most).max() ?? 0
    let texts = sources.flatMap { source in
      source.hints.sorted { $0.key < $1.key }.compactMap { key, words -> (Float, String)? in
        guard let points = Float(key), points.isFinite else { return nil }
        return (points, words)
      }
    }
    var hints: [UInt64: Float] = [:]
    for (points, words) in texts {
      for word in words.split(separator: " ") { hints[Wording.key(of: word)] = points }
    }
    hints[0] = nil
    count = hints.count
    points = KeyTable(
      hints.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value.bitPattern) })
  }

  /// The key of a hint as it is written in a file.
  private static func key(of hint: Substring) -> UInt64 {
    var key: UInt64 = 0
    var word = Word()
    for scalar in hint.unicodeScalars {
      let value = scalar.value
      if ScalarTable.shared.kind(value) == .han {
        key = key << 32 | UInt64(value)
      } else if scalar == "_" {
        key = word.hash
        word = Word()
      } else {
        word.take(value)
      }
    }
    guard word.length > 0 else { return key }
    return key == 0 ? word.hash : Word.pair(key, word.hash)
  }

  /// A hash of an English word as it is read (FNV-1a), the top bit set so that it is no character.
  private struct Word {
    private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var length = 0

    @inline(__always)
    mutating func take(_ scalar: UInt32) {
      hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3 | 1 << 63
      length += 1
    }

    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
      ((first &* 0x0000_0100_0000_01B3) ^ second) | 1 << 63
    }
  }
}

extension Wording {
  /// What the hints of a text come to.
  struct Vote: Sendable {
    /// From minus to plus `most`.
    var points: Double = 0
    /// The hints that pull the way of the vote, in the order they stand.
    var hints: [(range: Range<Int>, points: Double)] = []
    /// Elementary steps taken.
    var work = 0
  }

  /// The vote on `text`; words inside quotation marks and names do not count.
  ///
  /// - Parameters:
  ///   - text: the folded text.
  ///   - outline: its sentences and quotations.
  ///   - ceiling: the points a vote for heat comes near to, when that is less than `most`.
  /// - Returns: the points, and the hints that pull their way.
  func vote(
    on text: FoldedText, _ outline: TextOutline, ceiling: Double = .infinity
  ) -> Vote {
    guard count > 0, most > 0 else { return Vote() }
    var vote = Vote()
    var seen = [UInt64](repeating: 0, count: points.end / 64 + 1)
    var sum = 0.0
    walk(text) { key, range in
      vote.work += 1
      guard let (place, bits) = points.find(key) else { return }
      let bit: UInt64 = 1 << UInt64(place & 63)
      guard seen[place >> 6] & bit == 0, !outline.isQuoted(range), !outline.isMention(range)
      else { return }
      seen[place >> 6] |= bit
      let worth = Double(Float(bitPattern: bits))
      sum += worth
      vote.hints.append((range, worth))
    }
    let bound = sum > 0 ? min(most, max(1, ceiling)) : most
    vote.points = bound * tanh(sum / bound)
    let sign = vote.points.sign
    vote.hints.removeAll { $0.points.sign != sign }
    return vote
  }

  /// Calls `look` for every word, character and pair of neighbours.
  @inline(__always)
  private func walk(_ text: FoldedText, _ look: (UInt64, Range<Int>) -> Void) {
    var word = Word()
    var wordStart = 0
    var before: (hash: UInt64, range: Range<Int>)?
    func close(_ end: Int) {
      guard word.length > 0 else { return }
      look(word.hash, wordStart..<end)
      if let before, before.range.upperBound + 1 == wordStart,
        text.at(before.range.upperBound) == 0x20
      {
        look(Word.pair(before.hash, word.hash), before.range.lowerBound..<end)
      }
      before = (word.hash, wordStart..<end)
      word = Word()
    }
    for index in 0..<text.count {
      let scalar = text.at(index)
      switch text.kind(index) {
      case .letter:
        if word.length == 0 { wordStart = index }
        word.take(scalar)
      case .han:
        close(index)
        look(UInt64(scalar), index..<index + 1)
        let next = text.at(index + 1)
        if text.kind(index + 1) == .han {
          look(UInt64(scalar) << 32 | UInt64(next), index..<index + 2)
        }
      default:
        let isInside =
          scalar == 0x27 && word.length > 0 && text.kind(index + 1) == .letter
        if isInside { word.take(scalar) } else { close(index) }
      }
    }
    close(text.count)
  }
}

extension Wording.Vote {
  /// Stretches a vote names as its reasons.
  private static let mostReasons = 3

  /// The vote as signals: its points shared out among the strongest stretches behind it, hints that
  /// touch taken together. None for less than a point.
  func signals(in text: FoldedText) -> [HeatSignal] {
    guard abs(points) >= 1 else { return [] }
    var stretches: [(range: Range<Int>, points: Double)] = []
    for hint in hints.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = stretches.last, last.range.upperBound > hint.range.lowerBound {
        let end = max(last.range.upperBound, hint.range.upperBound)
        stretches[stretches.count - 1] = (last.range.lowerBound..<end, last.points + hint.points)
      } else {
        stretches.append(hint)
      }
    }
    let sorted = stretches.sorted { abs($0.points) > abs($1.points) }
    // What adds next to nothing is no reason, unless there is no other.
    let strongest = sorted.enumerated().prefix(Self.mostReasons)
      .filter { $0.offset == 0 || abs($0.element.points) >= 2 }.map(\.element)
    let sum = strongest.reduce(0) { $0 + $1.points }
    guard sum != 0 else { return [] }
    return strongest.map {
      HeatSignal(
        kind: HeatKind.wording, span: text.span($0.range), weight: points * $0.points / sum)
    }
  }
}
