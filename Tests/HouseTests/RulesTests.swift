import Foundation
import Playbook
import Testing
import Vocabulary
import Workflow

/// Every rule drawn from the seed documents is carried by something that exists.
@Suite struct RulesTests {
  private struct Rule {
    var id: String
    var carriers: [(kind: String, name: String)]
  }

  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let playbook = Playbook(layers: [
    PlaybookLayer(root: top.appendingPathComponent("Resources").path, isBase: true)
  ])

  private static func rules() throws -> [Rule] {
    let text = try String(
      contentsOf: top.appendingPathComponent("seeds/rules.tsv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(lines.first?.last == "carried_by")
    return lines.dropFirst().map { columns in
      #expect(columns.count == 7, "\(columns.first ?? "") has \(columns.count) columns")
      return Rule(
        id: String(columns[0]),
        carriers: (columns.last ?? "").split(separator: ",").map { carrier in
          let parts = carrier.split(separator: ":", maxSplits: 1).map(String.init)
          return (parts[0], parts.count == 2 ? parts[1] : "")
        })
    }
  }

  /// The names there are of each kind that the program itself knows.
  private static func known() -> [String: Set<String>] {
    let procedures = playbook.procedureIDs.compactMap(playbook.procedure)
    let steps = procedures.flatMap { $0.steps + $0.sideSteps }
    let gates =
      playbook.house + procedures.flatMap { $0.gates + $0.skips.map(\.gate) }
      + steps.flatMap(\.gates)
    func raw<Term: RawRepresentable<String> & CaseIterable>(_ type: Term.Type) -> Set<String> {
      Set(type.allCases.map(\.rawValue))
    }
    return [
      "gate": Set(gates.map(\.id.rawValue)), "step": Set(steps.map(\.id.rawValue)),
      "procedure": Set(procedures.map(\.id.rawValue)),
      "phrase": Set(playbook.phrases(in: .en).map(\.kind.rawValue)),
      "remedy": Set(playbook.remedies.map(\.id.rawValue)), "field": raw(FieldName.self),
      "clock": raw(ClockName.self), "role": raw(Role.self), "close": raw(CloseReason.self),
      "danger": raw(DangerKind.self),
      "class": [
        "class", "kind", "content", "cause", "fault", "severity", "need",
        "in_service", "demand",
      ],
      "tone": Set(
        playbook.locale(.en).keys.compactMap { key in
          key.hasPrefix("finding.") ? String(key.dropFirst("finding.".count)) : nil
        }),
      "customer": Set(playbook.customers.all.map(\.name)),
      "pace": Set(Pace.allCases.map(\.rawValue)),
      "authority": authority,
      "mask": ["card_number", "password", "one_time_code", "contacts"],
      "report": Set(
        playbook.locale(.en).keys.compactMap { key in
          key.hasPrefix("report.title.") ? String(key.dropFirst("report.title.".count)) : nil
        }), "register": ["sheet", "list"],
      "screen": ["queue", "conversation", "sidebar", "composer", "form", "board", "strain"],
      "planned": ["console", "language", "shift", "practice", "channels"],
    ]
  }

  /// What the shipped authority sets beside limits, as its file names it.
  private static var authority: Set<String> {
    guard let authority = playbook.authority else { return [] }
    var names: Set<String> = []
    if authority.factors.ours > 100, authority.factors.loss > 0 { names.insert("weighing") }
    if !authority.smallSums.isEmpty { names.insert("small") }
    if !authority.largeSums.isEmpty { names.insert("large") }
    if authority.warnOverPrice != nil { names.insert("warn_over_price") }
    if !authority.guarantees.isEmpty { names.insert("guarantees") }
    if !authority.evidence.isEmpty { names.insert("evidence") }
    if !authority.regions.isEmpty { names.insert("regions") }
    if playbook.together.cases != nil { names.insert("alike") }
    if playbook.together.turnedDown != nil { names.insert("session") }
    return names
  }

  @Test func `every name in the last column exists`() throws {
    let known = Self.known()
    let help = try String(
      contentsOf: Self.top.appendingPathComponent("Sources/calmdesk/Commands/DoCommand.swift"),
      encoding: .utf8)
    let commands = Set(
      help.split { !$0.isLetter && $0 != "_" }.map(String.init))
    for rule in try Self.rules() {
      #expect(!rule.carriers.isEmpty, "\(rule.id) is carried by nothing")
      for carrier in rule.carriers {
        switch carrier.kind {
        case "out_of_scope": #expect(!carrier.name.isEmpty, "\(rule.id) gives no reason")
        case "command":
          #expect(
            commands.contains(carrier.name),
            "\(rule.id) names the command “\(carrier.name)”, which “calmdesk do” does not list")
        default:
          #expect(
            known[carrier.kind]?.contains(carrier.name) == true,
            "\(rule.id) names the \(carrier.kind) “\(carrier.name)”, which does not exist")
        }
      }
    }
  }

  @Test func `every rule a procedure, gate or phrase names is one of the documents'`() throws {
    let ids = Set(try Self.rules().map(\.id))
    let procedures = Self.playbook.procedureIDs.compactMap(Self.playbook.procedure)
    let steps = procedures.flatMap { $0.steps + $0.sideSteps }
    let gates =
      Self.playbook.house + procedures.flatMap { $0.gates + $0.skips.map(\.gate) }
      + steps.flatMap(\.gates)
    let named =
      procedures.flatMap(\.rules) + steps.flatMap(\.rules) + gates.flatMap(\.rules)
      + Self.playbook.phrases(in: .en).flatMap(\.rules)
    #expect(!named.isEmpty)
    for id in Set(named) { #expect(ids.contains(id), "no document has a rule \(id)") }
  }

  @Test func `each of the 192 rules stands once`() throws {
    let ids = try Self.rules().map(\.id)
    #expect(ids.count == 192)
    #expect(Set(ids).count == ids.count)
  }
}
