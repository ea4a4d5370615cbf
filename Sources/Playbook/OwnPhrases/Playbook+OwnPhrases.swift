import Foundation
import Language
package import Vocabulary

/// Where phrases in somebody's own words lie.
struct OwnPhrasePlace: Sendable {
  let layer: PlaybookLayer
  let origin: PhraseOrigin

  /// The folder within a playbook.
  static let folder = "phrases/own"

  func path(_ language: LanguageTag) -> String {
    layer.root + "/\(OwnPhrasePlace.folder)/\(language.rawValue).yaml"
  }
}

extension Playbook {
  /// Whether phrases of one's own can be kept.
  package var keepsOwnPhrases: Bool { mine != nil }

  /// What an agent does by saying something, read without knowing any case.
  ///
  /// - Parameters:
  ///   - text: the words; variables in braces are left aside.
  ///   - language: the language they are in.
  /// - Returns: the acts that gates count.
  package func acts(in text: String, _ language: LanguageTag) -> Set<SpeechAct> {
    Reader(lexicon: lexicon).agent(text, language: language).acts
  }

  /// Keeps or forgets a phrase of one's own; it counts from the next time phrases are asked for.
  ///
  /// The file is read anew first, changed as little as possible and put in place whole, so that
  /// nobody's hand-made edits are lost and no half of it is ever there.
  ///
  /// - Parameter change: what is to be done.
  /// - Throws: a sentence that names the file.
  package func change(_ change: OwnPhraseChange) throws(PlaybookProblem) {
    guard let mine else {
      throw PlaybookProblem(
        file: OwnPhrasePlace.folder,
        sentence: "There is no place for phrases of your own: set HOME or XDG_CONFIG_HOME.")
    }
    let place = OwnPhrasePlace(layer: mine, origin: .mine)
    let path = place.path(change.language)
    let file = ownFile(path, change.language)
    let text = try mine.files.text(path) ?? ""
    switch change {
    case .keep(let phrase):
      if let fault = file.fault(in: phrase.text) {
        throw PlaybookProblem(file: path, sentence: "phrase “\(phrase.code)” \(fault)")
      }
      try FileAccess.write(try file.adding(phrase, to: text), to: path)
    case .forget(let code, _):
      try FileAccess.write(try file.removing(code, from: text), to: path)
    }
    forgetPhrases(in: change.language)
  }

  /// The places, the nearest to the person first.
  var ownPlaces: [OwnPhrasePlace] {
    var places: [OwnPhrasePlace] = []
    let near = mine.map { [OwnPhrasePlace(layer: $0, origin: .mine)] } ?? []
    let far = ((team.map { [$0] } ?? []) + layers.filter { !$0.isBase })
      .map { OwnPhrasePlace(layer: $0, origin: .team) }
    for place in near + far where !places.contains(where: { $0.layer.root == place.layer.root }) {
      places.append(place)
    }
    return places
  }

  /// The folders of people's own phrases that are no layers besides.
  var ownLayers: [PlaybookLayer] {
    let known = Set(layers.map(\.root))
    return ownPlaces.map(\.layer).filter { !known.contains($0.root) }
  }

  /// The phrases in people's own words, with their acts read in them.
  func loadOwnPhrases(in language: LanguageTag) -> Loaded<[Phrase]> {
    var loaded = Loaded<[Phrase]>(value: [], problems: [])
    var seen: Set<PhraseID> = []
    for place in ownPlaces {
      let path = place.path(language)
      do throws(PlaybookProblem) {
        guard let text = try place.layer.files.text(path) else { continue }
        let found = ownFile(path, language).phrases(in: text)
        loaded.problems += found.problems
        loaded.value += found.value.map {
          $0.phrase(of: place.origin, acts: acts(in: $0.text, language))
        }.filter { seen.insert($0.id).inserted }
      } catch {
        loaded.problems.append(error)
      }
    }
    return loaded
  }

  private func ownFile(_ path: String, _ language: LanguageTag) -> OwnPhraseFile {
    OwnPhraseFile(
      label: path, language: language, variables: Set(catalogue.flatMap(\.phrase.variables)))
  }
}

extension FileAccess {
  /// Puts a whole file in place at once, with the folders above it; a link stays a link.
  ///
  /// - Throws: a sentence that names the file.
  fileprivate static func write(_ text: String, to path: String) throws(PlaybookProblem) {
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: place, options: .atomic)
    } catch {
      throw PlaybookProblem(
        file: path,
        sentence: "The file cannot be written; check who may write there and whether the disk is"
          + " full.")
    }
  }
}
