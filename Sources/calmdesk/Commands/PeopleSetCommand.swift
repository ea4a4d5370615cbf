import ArgumentParser
import Desk
import Playbook
import Vocabulary
import Workflow

extension PeopleCommand {
  /// Says what a person may be given.
  struct SetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Say which languages a person speaks, what they know, and how much they take.",
      usage: "calmdesk people set [<options>] <id>",
      discussion: """
        Whoever has no language named is given customers of all. Skills are those of
        authority/routing.yaml, and so is how many conversations a person has at once
        unless it is said here. What is named stands in the place of what was before;
        "" is none.

          calmdesk people set mei --speaks zh-Hans,en --skill billing
          calmdesk people set mei --skill billing --skill technical
          calmdesk people set mei --capacity chat=2 --capacity mail=5
          calmdesk people set mei --speaks "" --skill "" --capacity ""
        """)

    @OptionGroup var options: DeskOptions

    @Argument(help: "The operating-system user.")
    var id: String

    @Option(help: ArgumentHelp("Languages they answer in.", valueName: "lang,…"))
    var speaks: [String] = []

    @Option(help: ArgumentHelp("What they know, as the playbook calls it.", valueName: "skill,…"))
    var skill: [String] = []

    @Option(
      help: ArgumentHelp("Conversations at once, by channel.", valueName: "channel=count,…"))
    var capacity: [String] = []

    func validate() throws {
      if speaks.isEmpty, skill.isEmpty, capacity.isEmpty {
        throw ValidationError("Say what to set: --speaks, --skill or --capacity.")
      }
      _ = try languages()
      _ = try limits()
    }

    func run() throws {
      try CommandFailure.reporting {
        let place = try Workplace(options)
        guard var person = try place.desk.store.people().first(where: { $0.id.rawValue == id })
        else { throw DeskError.unknownPerson(PersonID(id)) }
        if !speaks.isEmpty { person.aptitude.speaks = try languages() }
        if !skill.isEmpty { person.aptitude.skills = try skills(of: place.desk.playbook.routing) }
        if !capacity.isEmpty { person.aptitude.capacity = try limits() }
        try place.desk.put(person, by: place.person)
      }
    }

    /// The parts of lists, each once and in order.
    private static func parts(_ lists: [String]) -> [String] {
      lists.flatMap { $0.split(separator: ",") }.reduce(into: []) { parts, part in
        let word = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !word.isEmpty, !parts.contains(word) { parts.append(word) }
      }
    }

    private func languages() throws -> [LanguageTag] {
      try Self.parts(speaks).map { word in
        guard let tag = LanguageTag(rawValue: word) ?? LanguageTag(locale: word) else {
          let known = LanguageTag.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("“\(word)” is no language of this desk; there are \(known).")
        }
        return tag
      }
    }

    private func skills(of routing: Routing) throws -> [SkillID] {
      try Self.parts(skill).map { word in
        guard routing.skills.contains(where: { $0.id.rawValue == word }) else {
          let known = routing.skills.map(\.id.rawValue).joined(separator: ", ")
          throw CommandFailure(
            "“\(word)” is no skill of authority/routing.yaml; "
              + (known.isEmpty ? "it names none." : "there are \(known)."),
            CommandFailure.data)
        }
        return SkillID(word)
      }
    }

    private func limits() throws -> [Channel: Int] {
      try Self.parts(capacity).reduce(into: [:]) { limits, part in
        let sides = part.split(separator: "=").map(String.init)
        guard sides.count == 2, let channel = Channel(rawValue: sides[0]),
          let most = Int(sides[1]), most >= 0
        else {
          throw ValidationError(
            "“\(part)” must be a channel and a number, such as chat=2; channels are "
              + Channel.allCases.map(\.rawValue).joined(separator: ", ") + ".")
        }
        limits[channel] = most
      }
    }
  }
}

/// What a person may be given, in the words of the screen.
struct AptitudeWords {
  private let wording: Wording
  private let routing: Routing

  init(_ place: Workplace) {
    wording = place.wording()
    routing = place.desk.playbook.routing
  }

  /// One part a kind, none where nothing is set; a leave until it is over.
  func words(_ aptitude: Aptitude, at now: Instant) -> [String] {
    let comma = wording.texts["list.comma"]
    let skills = aptitude.skills.map { id in
      routing.skills.first { $0.id == id }?.name(in: wording.language) ?? id.rawValue
    }
    let limits = Channel.allCases.compactMap { channel in
      aptitude.capacity[channel].map { "\(wording.name(of: channel)) \($0)" }
    }
    let leave = aptitude.leave.flatMap { leave -> String? in
      guard !leave.isOver(at: now) else { return nil }
      let days = [leave.from, leave.until].map { $0.description.prefix(10) }
      return "\(wording.texts["screen.on_leave.board"]) \(days[0]) – \(days[1])"
    }
    return [aptitude.speaks.map { wording.name(of: $0) }, skills, limits]
      .filter { !$0.isEmpty }.map { $0.joined(separator: comma) } + [leave].compactMap(\.self)
  }
}
