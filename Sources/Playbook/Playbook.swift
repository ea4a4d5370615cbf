package import Vocabulary
package import Workflow

/// The content an organisation owns: procedures, remedies, authority, clocks, phrases and words.
///
/// Layers lie over each other: a file of an upper layer stands in for the one below; of phrases,
/// remedies and interface texts only the entries with the same id or path do. Each part is read
/// when it is first asked for. A file with a problem is not used: what lies below it stays in
/// force, and `problems` says why.
package final class Playbook: Sendable {
  /// The strongest first, the shipped playbook last.
  package let layers: [PlaybookLayer]
  /// Where a person's own phrases lie, whatever layers there are; nil for nowhere.
  package let mine: PlaybookLayer?
  /// Where a team's phrases lie besides, such as beside their desk; nil for nowhere.
  package let team: PlaybookLayer?

  private let ruleParts = LazyPart<ProcedureID, Rules?>()
  private let procedureParts = LazyPart<ProcedureID, Loaded<Procedure?>>()
  private let houseParts = LazyPart<Part, Loaded<[Gate]?>>()
  private let remedyParts = LazyPart<Part, Loaded<[Remedy]>>()
  private let authorityParts = LazyPart<Part, Loaded<Authority?>>()
  let clockParts = LazyPart<Part, Loaded<ClockRules?>>()
  let calendarParts = LazyPart<Part, Loaded<[CalendarEntry]>>()
  let ladderParts = LazyPart<Part, Loaded<Ladder?>>()
  let routingParts = LazyPart<Part, Loaded<Routing?>>()
  let retentionParts = LazyPart<Part, Loaded<Retention?>>()
  let togetherParts = LazyPart<Part, Loaded<Together?>>()
  let presetParts = LazyPart<Part, Loaded<[ClockPreset]>>()
  let followUpParts = LazyPart<Part, Loaded<FollowUpSchedule?>>()
  private let channelParts = LazyPart<Part, Loaded<ChannelLimits?>>()
  private let reasonParts = LazyPart<Part, Loaded<[Reason]?>>()
  private let catalogueParts = LazyPart<Part, Loaded<[PhraseEntry]>>()
  private let phraseParts = LazyPart<LanguageTag, Loaded<[Phrase]>>()
  private let ownParts = LazyPart<LanguageTag, Loaded<[Phrase]>>()
  private let localeParts = LazyPart<LanguageTag, Loaded<Texts>>()
  let mannersParts = LazyPart<Part, Loaded<CustomerManners?>>()
  let scenarioParts = LazyPart<ScenarioID, Loaded<Scenario?>>()
  let customerParts = LazyPart<Part, Loaded<CustomerPart>>()
  let topicParts = LazyPart<Part, Loaded<TopicPart>>()
  let lexiconParts = LazyPart<Part, Loaded<LexiconPart>>()

  /// A playbook of these layers; nothing is read yet.
  ///
  /// - Parameters:
  ///   - layers: the strongest first, the shipped playbook last.
  ///   - mine: where a person's own phrases lie and are kept; nil for nowhere.
  ///   - team: where a team's phrases lie besides those in the layers.
  package init(
    layers: [PlaybookLayer], mine: PlaybookLayer? = nil, team: PlaybookLayer? = nil
  ) {
    self.layers = layers
    self.mine = mine
    self.team = team
  }

  /// The playbook found on a search path.
  ///
  /// - Parameters:
  ///   - path: where to look.
  ///   - team: a folder with a team's phrases besides; nil for none.
  /// - Throws: `PlaybookNotFound`, a sentence listing what was tried.
  package convenience init(
    path: PlaybookPath = .current(), team: String? = nil
  ) throws(PlaybookNotFound) {
    self.init(
      layers: try path.layers(), mine: path.personal,
      team: team.map { PlaybookLayer(root: $0, files: path.files, isBase: false) })
  }

  /// The procedure a case is opened under unless another is named.
  package static let defaultProcedure: ProcedureID = "six_steps"

  /// What was wrong with the files read so far.
  package var problems: [PlaybookProblem] {
    var problems = procedureParts.read.flatMap(\.problems)
    problems += houseParts.read.flatMap(\.problems)
    problems += remedyParts.read.flatMap(\.problems)
    problems += authorityParts.read.flatMap(\.problems)
    problems += clockParts.read.flatMap(\.problems)
    problems += calendarParts.read.flatMap(\.problems)
    problems += ladderParts.read.flatMap(\.problems)
    problems += routingParts.read.flatMap(\.problems)
    problems += retentionParts.read.flatMap(\.problems)
    problems += togetherParts.read.flatMap(\.problems)
    problems += presetParts.read.flatMap(\.problems)
    problems += followUpParts.read.flatMap(\.problems)
    problems += channelParts.read.flatMap(\.problems)
    problems += reasonParts.read.flatMap(\.problems)
    problems += catalogueParts.read.flatMap(\.problems)
    problems += phraseParts.read.flatMap(\.problems)
    problems += ownParts.read.flatMap(\.problems)
    problems += localeParts.read.flatMap(\.problems)
    problems += mannersParts.read.flatMap(\.problems)
    problems += scenarioParts.read.flatMap(\.problems)
    problems += customerParts.read.flatMap(\.problems)
    problems += topicParts.read.flatMap(\.problems)
    problems += lexiconParts.read.flatMap(\.problems)
    return Set(problems).sorted()
  }
}

/// The parts there is only one of.
enum Part: Hashable, Sendable { case whole }

// MARK: - Procedures

extension Playbook {
  /// The ids of the procedures there are, the default first, then by name.
  package var procedureIDs: [ProcedureID] {
    let names = Set(layers.flatMap { $0.files(in: "procedures") }).subtracting(["house"])
    let others = names.subtracting([Playbook.defaultProcedure.rawValue]).sorted()
    let first = names.contains(Playbook.defaultProcedure.rawValue)
    return (first ? [Playbook.defaultProcedure] : []) + others.map { ProcedureID($0) }
  }

  /// The procedure called `id`; nil when there is none or its file is broken.
  package func procedure(_ id: ProcedureID) -> Procedure? {
    // An id comes from outside: it must not lead to another folder, nor name the house.
    guard Placeholders.isName(id.rawValue), id != "house" else { return nil }
    return procedureParts.value(id) {
      first("procedures/\(id).yaml", as: "procedure “\(id)”", mustExist: false) {
        Procedure($0, file: id.rawValue)
      }
    }.value
  }

  /// The gates that stand in every procedure; none when the shipped ones cannot be read.
  package var house: [Gate] { sound(house: Part.whole) ?? [] }

  private func sound(house part: Part) -> [Gate]? {
    houseParts.value(part) {
      first("procedures/house.yaml", as: "the house") { Playbook.house($0) }
    }.value
  }

  private static func house(_ reader: YAMLReader) -> [Gate]? {
    guard let map = reader.map() else { return nil }
    map.knows("gates")
    let items = map.required("gates")?.items() ?? []
    let gates = items.compactMap { Gate($0, of: map.subject) }
    var seen: Set<GateID> = []
    for (gate, item) in zip(gates, items) where !seen.insert(gate.id).inserted {
      item.report("has two gates called “\(gate.id)”; rename one.")
    }
    for fault in HousePolicy.faults(in: gates) {
      let item = items.first { $0.map()?.optional("id")?.textIfAny == fault.gate.rawValue }
      map.problems.add(item?.node.line ?? map.line, fault.sentence)
    }
    return gates
  }

  /// Turns more or fewer that a customer is heard, by behaviour.
  private var hearing: [TagID: Int] {
    customers.all.reduce(into: [:]) { turns, type in
      if case .behaviour(let tag) = type.subject, type.hearing != 0 { turns[tag.id] = type.hearing }
    }
  }

  /// What cases under the procedure `id` are decided by; nil when any part of it cannot be read,
  /// since no case may be decided without its gates.
  package func rules(for id: ProcedureID) -> Rules? {
    ruleParts.value(id) {
      guard let procedure = procedure(id), let house = sound(house: .whole), let authority,
        let clocks
      else { return nil }
      return Rules(
        procedure: procedure, house: house, authority: authority, clocks: clocks,
        limits: limits, reasons: reasons.map(\.id), hearing: hearing, followUps: followUps,
        routing: routing, together: together)
    }
  }
}

// MARK: - Remedies, authority, channels, reasons

extension Playbook {
  /// The remedies there are, in the order of their files, those of upper layers last.
  package var remedies: [Remedy] {
    remedyParts.value(.whole) {
      var merged = Loaded<[Remedy]>(value: [], problems: [])
      for found in entries("remedies/remedies.yaml", as: "the list of remedies", Remedy.list) {
        merged.problems += found.problems
        for (_, remedy) in found.value {
          if let index = merged.value.firstIndex(where: { $0.id == remedy.id }) {
            merged.value[index] = remedy
          } else {
            merged.value.append(remedy)
          }
        }
      }
      return merged
    }.value
  }

  /// The remedy called `id`, if there is one.
  package func remedy(_ id: RemedyID) -> Remedy? { remedies.first { $0.id == id } }

  /// Who may do what; nil when it cannot be read.
  package var authority: Authority? {
    let remedies = remedies
    return authorityParts.value(.whole) {
      first("authority/authority.yaml", as: "authority") { Authority($0, remedies: remedies) }
    }.value
  }

  /// The currency an amount without a code is in, by the language it is written in.
  package func currency(for language: LanguageTag) -> String {
    authority?.currencies[language] ?? "USD"
  }

  /// How and when we look back, by what a case was about; the usual everywhere where no layer says.
  package var followUps: FollowUpSchedule {
    followUpParts.value(.whole) {
      first("clocks/follow_up.yaml", as: "the list of follow-ups", mustExist: false) {
        FollowUpSchedule($0)
      }
    }.value ?? FollowUpSchedule()
  }

  /// What a message can hold, by channel; no limits where no layer sets any.
  package var limits: ChannelLimits {
    channelParts.value(.whole) {
      first("channels/channels.yaml", as: "the list of channels", mustExist: false) {
        ChannelLimits($0)
      }
    }.value ?? ChannelLimits()
  }

  /// The one-digit reasons, the first for the digit 1.
  package var reasons: [Reason] {
    reasonParts.value(.whole) {
      first("authority/reasons.yaml", as: "the list of reasons") { Reason.list($0) }
    }.value ?? []
  }
}

// MARK: - Phrases and interface texts

extension Playbook {
  /// The catalogue of every layer, in the order of the files, new entries of upper layers last.
  var catalogue: [PhraseEntry] {
    catalogueParts.value(.whole) {
      var merged = Loaded<[PhraseEntry]>(value: [], problems: [])
      var places: [PhraseID: Int] = [:]
      for found in entries("phrases/catalogue.yaml", as: "the catalogue", PhraseEntry.list) {
        merged.problems += found.problems
        for entry in found.value {
          if let place = places[entry.phrase.id] {
            merged.value[place] = entry
          } else {
            places[entry.phrase.id] = merged.value.count
            merged.value.append(entry)
          }
        }
      }
      return merged
    }.value
  }

  /// The phrases there are in `language`, in the order of the catalogue, people's own behind them.
  package func phrases(in language: LanguageTag) -> [Phrase] {
    let shipped = phraseParts.value(language) { loadPhrases(in: language) }.value
    let own = ownParts.value(language) { loadOwnPhrases(in: language) }.value
    return own.isEmpty ? shipped : shipped + own
  }

  /// Reads the phrases of one's own anew the next time.
  func forgetPhrases(in language: LanguageTag) { ownParts.forget(language) }

  /// The phrases there are in `language`, ready to be picked from.
  ///
  /// - Parameters:
  ///   - language: the customer's.
  ///   - screen: the language whose names of the kinds can be typed.
  /// - Returns: the phrases with what they are found by; made anew each time.
  package func phraseIndex(in language: LanguageTag, named screen: LanguageTag) -> PhraseIndex {
    let texts = locale(screen)
    return PhraseIndex(
      phrases(in: language),
      kindNames: PhraseKind.allCases.reduce(into: [:]) { $0[$1] = texts[$1.localeKey] })
  }

  private func loadPhrases(in language: LanguageTag) -> Loaded<[Phrase]> {
    let catalogue = catalogue
    let path = "phrases/\(language.rawValue).yaml"
    let found = entries(path, as: "the phrases") { [PhraseTexts($0)] }
    var problems = found.flatMap(\.problems)
    let files = found.flatMap(\.value)
    let known = Set(catalogue.map(\.phrase.id))
    for file in files {
      for (id, entry) in file.entries where !known.contains(id) {
        let question = Spelling.question(id.rawValue, in: known.map(\.rawValue).sorted())
        problems.append(
          PlaybookProblem(
            file: file.file, line: entry.line,
            sentence: "phrase “\(id)” is not in the catalogue" + question))
      }
    }
    var phrases: [Phrase] = []
    for entry in catalogue {
      var phrase = entry.phrase
      // The uppermost words that fit what the catalogue declares.
      for file in files.reversed() {
        guard let words = file.entries[phrase.id] else { continue }
        guard let fault = PhraseTexts.fault(of: phrase, text: words.text) else {
          phrase.text = words.text
          phrase.language = language
          break
        }
        problems.append(PlaybookProblem(file: file.file, line: words.line, sentence: fault))
      }
      if !phrase.text.isEmpty {
        phrases.append(phrase)
      } else if !files.contains(where: { $0.entries[phrase.id] != nil }) {
        problems.append(
          PlaybookProblem(
            file: entry.file, line: entry.line,
            sentence: "phrase “\(phrase.id)” has no words in \(language.rawValue); add them."))
      }
    }
    return Loaded(value: phrases, problems: problems)
  }

  /// The interface in `language`.
  package func locale(_ language: LanguageTag) -> Texts {
    localeParts.value(language) { loadLocale(language) }.value
  }

  private func loadLocale(_ language: LanguageTag) -> Loaded<Texts> {
    let path = "locales/\(language.rawValue).yaml"
    var texts: [String: String] = [:]
    var problems: [PlaybookProblem] = []
    for (depth, layer) in layers.reversed().enumerated() {
      let list = ProblemList(file: layer.label(path))
      let entries =
        layer.read(path, as: "the interface", into: list).map { Texts.entries($0) } ?? [:]
      for (key, entry) in entries {
        if depth > 0, let fault = Playbook.fault(of: key, entry.text, over: texts) {
          list.add(entry.line, fault)
        } else {
          texts[key] = entry.text
        }
      }
      problems += list.problems
    }
    return Loaded(value: Texts(language: language, texts: texts), problems: problems)
  }

  /// What is wrong with a text laid over the shipped one, or nil. A lexicon of one's own may bring
  /// kinds of its own, which want names.
  private static func fault(
    of key: String, _ text: String, over texts: [String: String]
  ) -> String? {
    guard let shipped = texts[key] else {
      if key.hasPrefix("finding.") || key.hasPrefix("signal.") { return nil }
      return "text “\(key)” is none of the interface" + Spelling.question(key, in: texts.keys)
    }
    let allowed = Placeholders.names(in: shipped)
    guard let extra = Placeholders.names(in: text).first(where: { !allowed.contains($0) })
    else { return nil }
    return "text “\(key)” uses {\(extra)}, which it is not given"
      + Spelling.question(extra, in: allowed)
  }
}

// MARK: - Files

extension Playbook {
  /// The value of the uppermost layer whose file is sound.
  func first<Value>(
    _ path: String, as subject: String, mustExist: Bool = true,
    _ read: (YAMLReader) -> Value?
  ) -> Loaded<Value?> {
    var problems: [PlaybookProblem] = []
    for layer in layers {
      let list = ProblemList(file: layer.label(path))
      let value = layer.read(path, as: subject, into: list).flatMap(read)
      problems += list.problems
      if let value, list.problems.isEmpty { return Loaded(value: value, problems: problems) }
    }
    if problems.isEmpty, mustExist {
      problems.append(
        PlaybookProblem(file: path, sentence: "The file is missing; put it back."))
    }
    return Loaded(value: nil, problems: problems)
  }

  /// The entries of every layer's file that is sound, the lowest layer first. Of a file with
  /// problems the sound entries count all the same.
  func entries<Entry>(
    _ path: String, as subject: String, _ read: (YAMLReader) -> [Entry]
  ) -> [Loaded<[Entry]>] {
    layers.reversed().map { layer in
      let list = ProblemList(file: layer.label(path))
      let value = layer.read(path, as: subject, into: list).map(read) ?? []
      return Loaded(value: value, problems: list.problems)
    }
  }
}
