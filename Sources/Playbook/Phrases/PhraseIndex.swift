import Language
import Vocabulary

/// The phrases of a language, made ready to be picked from while somebody types: 20,000 are gone
/// through in about a millisecond.
package struct PhraseIndex: Equatable, Sendable {
  /// The phrases, in the order of the catalogue.
  package let phrases: [Phrase]
  /// Every name in braces in any of them.
  package let variables: Set<String>
  /// Phrases that differ in nothing but id, words and rules fit the same moments: one of each sort.
  let sorts: [PhraseSort]
  /// Which of `sorts` each phrase is of.
  let sort: [Int]
  /// The phrases that say the same as another, each with the one that stands for all of them.
  let families: [PhraseID: PhraseID]
  /// Text, kind and id of each phrase, to be searched.
  private let search: SearchIndex
  /// The places of people's own phrases, with their short codes in small letters.
  private let coded: [(code: String, place: Int)]

  /// - Parameters:
  ///   - phrases: the phrases of a language.
  ///   - kindNames: the names of the kinds in the agent's language, so that they can be typed.
  /// - Complexity: linear in the length of all texts; some tenths of a second for 20,000.
  package init(_ phrases: [Phrase], kindNames: [PhraseKind: String] = [:]) {
    var variables: Set<String> = []
    var places: [PhraseSort: Int] = [:]
    var families: [PhraseID: PhraseID] = [:]
    var sort: [Int] = []
    for phrase in phrases {
      variables.formUnion(phrase.variables)
      let kin = PhraseSort(phrase)
      let place = places[kin] ?? places.count
      places[kin] = place
      sort.append(place)
      if let like = phrase.like {
        families[phrase.id] = like
        families[like] = like
      }
    }
    coded = phrases.enumerated().compactMap { place, phrase in
      phrase.code.map { ($0.lowercased(), place) }
    }
    search = SearchIndex(
      phrases.map { phrase in
        Placeholders.words(around: phrase.text)
          + [phrase.kind.rawValue, phrase.id.rawValue, kindNames[phrase.kind]].compactMap(\.self)
      })
    self.phrases = phrases
    self.families = families
    self.variables = variables
    self.sort = sort
    sorts = places.sorted { $0.value < $1.value }.map(\.key)
  }

  package static func == (left: PhraseIndex, right: PhraseIndex) -> Bool {
    left.phrases == right.phrases && left.search == right.search
  }

  /// The places of the phrases whose short code begins so, in order.
  func places(ofCode typed: String) -> [Int] {
    coded.filter { $0.code.hasPrefix(typed) }.map(\.place)
  }

  /// The places of the phrases that are called just so.
  func places(called code: String) -> Set<Int> {
    Set(coded.lazy.filter { $0.code == code }.map(\.place))
  }

  /// The phrases that what was typed finds, and how well each fits.
  ///
  /// - Parameter typed: words between blanks, each of which has to be found; with none it is every
  ///   phrase.
  /// - Returns: in the order of the phrases.
  /// - Complexity: linear in the length of all texts, at the pace of a search through memory.
  func matches(_ typed: String) -> [SearchIndex.Match] { search.matches(typed) }
}

/// What the moment is judged by that a phrase fits: all of it but its name and its very words.
struct PhraseSort: Hashable, Sendable {
  let phrase: Phrase
  /// It takes a while to read.
  let isLong: Bool

  init(_ phrase: Phrase) {
    isLong = phrase.isLong
    var kin = phrase
    kin.id = ""
    kin.text = ""
    kin.rules = []
    kin.like = nil
    self.phrase = kin
  }
}
