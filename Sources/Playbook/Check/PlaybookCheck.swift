import Vocabulary
import Workflow

/// Holds a whole playbook against what an agent needs of it.
package enum PlaybookCheck {
  /// Reads every file in use and names everything that is wrong, by file and line.
  ///
  /// - Complexity: reads the whole playbook, some hundred milliseconds at most.
  package static func run(_ playbook: Playbook) -> [PlaybookProblem] {
    let procedures = playbook.procedureIDs.compactMap { playbook.procedure($0) }
    let house = playbook.house
    var problems: [PlaybookProblem] = []
    if !playbook.procedureIDs.contains(Playbook.defaultProcedure) {
      problems.append(
        PlaybookProblem(
          file: "procedures/\(Playbook.defaultProcedure).yaml",
          sentence: "The file is missing; cases are opened under it."))
    }
    for procedure in procedures {
      problems += closing(procedure, house, in: playbook)
      problems += doubles(procedure, house, in: playbook)
    }
    _ = playbook.clocks
    _ = playbook.followUps
    _ = playbook.limits
    _ = playbook.reasons
    problems += playbook.lexiconPart.failures
    problems += customers(in: playbook)
    problems += topics(in: playbook)
    problems += skills(in: playbook)
    problems += matters(in: playbook)
    problems += unowned(in: playbook)
    problems += uncited(in: playbook)
    problems += phrases(in: playbook)
    problems += scenarios(in: playbook)
    problems += texts(in: playbook)
    problems += playbook.betrayals.problems
    problems += strays(in: playbook)
    return Set(problems + playbook.problems).sorted()
  }

  // MARK: - Procedures

  /// Close reasons that no case under the procedure could ever end with.
  private static func closing(
    _ procedure: Procedure, _ house: [Gate], in playbook: Playbook
  ) -> [PlaybookProblem] {
    let path = "procedures/\(procedure.id).yaml"
    let gates = (procedure.gates + house).filter { $0.occasions.contains(.close) }
    return CloseReason.allCases.flatMap { reason -> [PlaybookProblem] in
      if reason == .granted, procedure.grantStep == nil { return [] }
      return gates.filter { gate in
        !gate.condition.holds { leaf in
          if case .closing(let reasons) = leaf { return reasons.contains(reason) }
          return true
        }
      }.map { gate in
        PlaybookProblem(
          file: playbook.label(path), line: playbook.line(ofID: gate.id.rawValue, in: path),
          sentence: "gate “\(gate.id)” lets no case under procedure “\(procedure.id)” be closed as"
            + " \(reason.rawValue); name what would.")
      }
    }
  }

  /// Gates of a procedure that bear the name of one of the house.
  private static func doubles(
    _ procedure: Procedure, _ house: [Gate], in playbook: Playbook
  ) -> [PlaybookProblem] {
    let path = "procedures/\(procedure.id).yaml"
    let own =
      (procedure.steps + procedure.sideSteps).flatMap(\.gates) + procedure.gates
      + procedure.skips.map(\.gate)
    let taken = Set(house.map(\.id))
    return own.filter { taken.contains($0.id) }.map { gate in
      PlaybookProblem(
        file: playbook.label(path), line: playbook.line(ofID: gate.id.rawValue, in: path),
        sentence: "gate “\(gate.id)” bears the name of a gate of the house; rename it.")
    }
  }

  // MARK: - Remedies

  /// Remedies that nobody may give.
  private static func unowned(in playbook: Playbook) -> [PlaybookProblem] {
    guard let authority = playbook.authority else { return [] }
    let path = "remedies/remedies.yaml"
    return playbook.remedies.filter { remedy in
      !remedy.statutory && !authority.limits.values.contains { $0[remedy.id] != nil }
    }.map { remedy in
      PlaybookProblem(
        file: playbook.label(path, holding: remedy.id.rawValue),
        line: playbook.line(ofID: remedy.id.rawValue, in: path),
        sentence: "remedy “\(remedy.id)” is within nobody's limit; give a role one in"
          + " authority/authority.yaml.")
    }
  }

  /// Remedies that say neither by which law nor by which rule of the house they are given (S2-13).
  private static func uncited(in playbook: Playbook) -> [PlaybookProblem] {
    let path = "remedies/remedies.yaml"
    let regions = playbook.authority?.regions ?? [:]
    return playbook.remedies.flatMap { remedy -> [PlaybookProblem] in
      let lacking = LanguageTag.allCases.filter { tag in
        regions[tag] != nil && remedy.cited(in: regions[tag], tag)?.isEmpty != false
      }
      return Set(lacking.compactMap { regions[$0] }).sorted().map { region in
        PlaybookProblem(
          file: playbook.label(path, holding: remedy.id.rawValue),
          line: playbook.line(ofID: remedy.id.rawValue, in: path),
          sentence: "remedy “\(remedy.id)” rests on nothing in \(region); name the paragraph under"
            + " “law”, or the rule of the house under “policy”.")
      }
    }
  }

  // MARK: - Phrases

  /// Kinds and steps that lack phrases.
  private static func phrases(in playbook: Playbook) -> [PlaybookProblem] {
    LanguageTag.allCases.flatMap { language -> [PlaybookProblem] in
      let path = "phrases/\(language.rawValue).yaml"
      let phrases = playbook.phrases(in: language)
      var lacking: [String] = []
      for kind in PhraseKind.allCases {
        let count = phrases.count { $0.kind == kind }
        if count < PhraseKind.least {
          lacking.append(
            "There are \(count) phrases of the kind “\(kind.rawValue)” in \(language.rawValue);"
              + " at least \(PhraseKind.least) are wanted.")
        }
      }
      for stage in PhraseStage.six
      where !phrases.contains(where: { $0.stages.contains(stage.step) }) {
        lacking.append("No phrase in \(language.rawValue) belongs to the step “\(stage.rawValue)”.")
      }
      return lacking.map { PlaybookProblem(file: path, sentence: $0) }
    }
  }

  // MARK: - Files

  /// Files nothing reads, such as one in a misspelt folder.
  private static func strays(in playbook: Playbook) -> [PlaybookProblem] {
    let folders = [
      "procedures": nil as Set<String>?, "lexicons": nil, "customers": nil, "scenarios": nil,
      "remedies": ["remedies.yaml"],
      "authority": [
        "authority.yaml", "reasons.yaml", "ladder.yaml", "retention.yaml", "routing.yaml",
        "together.yaml",
      ],
      "clocks": ["clocks.yaml", "calendars.yaml", "presets.yaml", "follow_up.yaml"],
      "channels": ["channels.yaml"],
      "phrases": languageFiles.union(["catalogue.yaml", "topics.yaml", "own"]),
      "locales": languageFiles,
      "wording": ["betrayals.yaml"],
    ]
    return (playbook.layers + playbook.ownLayers).flatMap { layer -> [PlaybookProblem] in
      layer.files.names(layer.root).flatMap { folder -> [PlaybookProblem] in
        if folder.hasPrefix(".") { return [] }
        guard let known = folders[folder] else {
          let question = Spelling.question(folder, in: folders.keys.sorted())
          return [
            PlaybookProblem(
              file: layer.label(folder), sentence: "Nothing of a playbook is called that" + question
            )
          ]
        }
        let names = layer.files.names(layer.root + "/" + folder)
        return names.filter { name in
          !name.hasPrefix(".") && !(known?.contains(name) ?? name.hasSuffix(".yaml"))
        }.map { name in
          let question = known.map { Spelling.question(name, in: $0.sorted()) } ?? "."
          return PlaybookProblem(
            file: layer.label(folder + "/" + name), sentence: "Nothing reads this file" + question)
        }
      } + strayOwn(in: layer)
    }
  }

  /// Files among people's own phrases that are named for no language.
  private static func strayOwn(in layer: PlaybookLayer) -> [PlaybookProblem] {
    layer.files.names(layer.root + "/" + OwnPhrasePlace.folder).filter { name in
      !name.hasPrefix(".") && !languageFiles.contains(name)
    }.map { name in
      PlaybookProblem(
        file: layer.label(OwnPhrasePlace.folder + "/" + name),
        sentence: "Nothing reads this file" + Spelling.question(name, in: languageFiles.sorted()))
    }
  }

  private static let languageFiles = Set(LanguageTag.allCases.map { $0.rawValue + ".yaml" })
}

extension Playbook {
  /// What the uppermost file at `path` is called in problems.
  func label(_ path: String, holding id: String? = nil) -> String {
    let layer = layers.first { layer in
      guard let node = layer.node(path) else { return false }
      return id.map { node.line(ofID: $0) != nil } ?? true
    }
    return (layer ?? layers.last)?.label(path) ?? path
  }

  /// The line on which the uppermost file at `path` gives something the id `id`.
  func line(ofID id: String, in path: String) -> Int? {
    layers.lazy.compactMap { $0.node(path)?.line(ofID: id) }.first
  }
}

extension PlaybookLayer {
  /// The value in a file, its problems left aside.
  func node(_ path: String) -> YAMLNode? {
    read(path, as: "the file", into: ProblemList(file: path))?.node
  }
}

extension YAMLNode {
  /// The line of the first key `id` with the value `name`, anywhere within the value.
  fileprivate func line(ofID name: String) -> Int? {
    switch content {
    case .scalar: nil
    case .list(let items): items.lazy.compactMap { $0.line(ofID: name) }.first
    case .map(let entries):
      entries.lazy.compactMap { entry in
        if entry.key == "id", case .scalar(name, _) = entry.value.content {
          entry.value.line
        } else {
          entry.value.line(ofID: name)
        }
      }.first
    }
  }
}
