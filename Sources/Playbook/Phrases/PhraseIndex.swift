import Vocabulary

/// The phrases of a language, made ready to be picked from while somebody types: 20,000 are gone
/// through in about a millisecond.
package struct PhraseIndex: Equatable, Sendable {
  /// The phrases, in the order of the catalogue.
  package let phrases: [Phrase]
  /// Every name in braces in any of them.
  package let variables: Set<String>
  /// Phrases that differ in nothing but id, words and rules fit the same moments: one of each sort.
  let sorts: [Phrase]
  /// Which of `sorts` each phrase is of.
  let sort: [Int]
  /// Text, kind and id of each phrase as small letters, so that a search runs through one piece of
  /// memory.
  private let bytes: [UInt8]
  /// The places of people's own phrases, with their short codes in small letters.
  private let coded: [(code: String, place: Int)]
  /// Where each phrase ends in `bytes`.
  private let ends: [Int]

  /// Ends what belongs together, so that no word is found across two things.
  private static let separator: UInt8 = 0

  /// - Parameters:
  ///   - phrases: the phrases of a language.
  ///   - kindNames: the names of the kinds in the agent's language, so that they can be typed.
  /// - Complexity: linear in the length of all texts; some ten milliseconds for 20,000.
  package init(_ phrases: [Phrase], kindNames: [PhraseKind: String] = [:]) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    var variables: Set<String> = []
    var places: [Phrase: Int] = [:]
    var sort: [Int] = []
    for phrase in phrases {
      for text in [phrase.text, phrase.kind.rawValue, phrase.id.rawValue, kindNames[phrase.kind]] {
        guard let text else { continue }
        bytes += text.utf8.lazy.map(TypedWord.small)
        bytes.append(Self.separator)
      }
      ends.append(bytes.count)
      variables.formUnion(phrase.variables)
      var kin = phrase
      kin.id = ""
      kin.text = ""
      kin.rules = []
      kin.like = nil
      let place = places[kin] ?? places.count
      places[kin] = place
      sort.append(place)
    }
    coded = phrases.enumerated().compactMap { place, phrase in
      phrase.code.map { ($0.lowercased(), place) }
    }
    self.phrases = phrases
    self.bytes = bytes
    self.ends = ends
    self.variables = variables
    self.sort = sort
    sorts = places.sorted { $0.value < $1.value }.map(\.key)
  }

  package static func == (left: PhraseIndex, right: PhraseIndex) -> Bool {
    left.phrases == right.phrases && left.bytes == right.bytes
  }

  /// The places of the phrases whose short code begins so, in order.
  func places(ofCode typed: String) -> [Int] {
    coded.filter { $0.code.hasPrefix(typed) }.map(\.place)
  }

  /// The places of the phrases that are called just so.
  func places(called code: String) -> Set<Int> {
    Set(coded.lazy.filter { $0.code == code }.map(\.place))
  }

  /// The places of the phrases in which every one of some words stands, in order.
  ///
  /// - Parameter words: what was typed; with none it is every place.
  /// - Returns: ascending.
  /// - Complexity: linear in the length of all texts, at the pace of a search through memory.
  func places(of words: [TypedWord]) -> [Int] {
    guard let longest = words.max(by: { $0.count < $1.count }) else { return Array(ends.indices) }
    return bytes.withUnsafeBufferPointer { all in
      var places: [Int] = []
      var place = 0
      var from = 0
      while place < ends.count, let hit = longest.first(in: all, from: from) {
        while place < ends.count, ends[place] <= hit { place += 1 }
        guard place < ends.count else { break }
        let start = place == 0 ? 0 : ends[place - 1]
        let phrase = UnsafeBufferPointer(rebasing: all[start..<ends[place]])
        if words.count == 1 || words.allSatisfy({ $0.first(in: phrase, from: 0) != nil }) {
          places.append(place)
        }
        from = ends[place]
        place += 1
      }
      return places
    }
  }
}
