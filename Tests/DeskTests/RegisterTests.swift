import Desk
import DeskTesting
import Testing
import Vocabulary
import Workflow

/// The complaint register: whole for whoever needs it, masked for everybody else (S1-35).
@Suite struct RegisterTests {
  private let bench: Bench
  private let ref: CaseRef

  init() throws {
    bench = try Bench()
    ref = try bench.open(
      "It's Evelyn Reed, ring me on 07700 900123 or write to eve@example.org, please.",
      customer: Customer(name: "Evelyn Reed", phone: "07700 900123", email: "eve@example.org"))
    try bench.perform(.claim, on: ref)
    try bench.perform(
      .set(.problem, value: "Ms Reed's parcel, QW-48213, never came", reason: nil), on: ref)
    try bench.perform(.set(.order, value: "QW-48213", reason: nil), on: ref)
    try bench.perform(
      .set(.address, value: "4 Mill Lane, Leeds", reason: nil), on: ref)
    try bench.perform(
      .promise(what: "ring Evelyn back", due: bench.now.adding(seconds: 3600)), on: ref)
  }

  private func person(_ id: PersonID) throws -> Person {
    try bench.desk.signIn(id, name: "")
  }

  private func sheet(_ id: PersonID) throws -> String {
    let sheet = try bench.desk.registerSheet(of: ref, for: person(id), in: .en)
    return sheet.sections.flatMap(\.rows).map { "\($0.label): \($0.value)" }
      .joined(separator: "\n")
  }

  /// What says who the customer is.
  private static let secrets = ["Reed", "Evelyn", "900123", "eve@", "Mill Lane"]

  @Test func `a sheet is whole for its agent and a supervisor, masked for an auditor`() throws {
    for id in ["mei", "sam"] as [PersonID] {
      let whole = try sheet(id)
      for secret in Self.secrets { #expect(whole.contains(secret), "\(id): \(secret)") }
    }
    let masked = try sheet("aud")
    for secret in Self.secrets { #expect(!masked.contains(secret), "\(secret)") }
    #expect(masked.contains("QW-48213"))
    #expect(masked.contains("ring E** back"))
    #expect(throws: DeskError.notAllowed("ann", .report)) { try sheet("ann") }
  }

  @Test func `the register and the export are masked for an auditor, messages too`() throws {
    var register: [String] = []
    var export: [String] = []
    let auditor = try person("aud")
    try bench.desk.eachRegistered(from: nil, to: nil, for: auditor) {
      register += [$0.row, $0.document.line]
    }
    try bench.desk.eachExported(from: nil, to: nil, for: auditor) { export.append($0.line) }
    #expect(register.count == 2)
    #expect(export.count == 1)
    for text in register + export {
      for secret in Self.secrets + ["\"mei\"", ",mei,"] {
        #expect(!text.contains(secret), "\(secret) in \(text)")
      }
      #expect(text.contains("QW-48213"))
    }
    var whole: [String] = []
    try bench.desk.eachExported(from: nil, to: nil, for: person("sam")) { whole.append($0.line) }
    #expect(Self.secrets.allSatisfy { secret in whole.allSatisfy { $0.contains(secret) } })
    #expect(throws: DeskError.notAllowed("mei", .report)) {
      try bench.desk.eachExported(from: nil, to: nil, for: person("mei")) { _ in }
    }
  }

  @Test func `an entry has every column, and says nothing else`() throws {
    try bench.desk.eachRegistered(from: nil, to: nil, for: person("sam")) { entry in
      guard case .object(let members) = entry.document else {
        Issue.record("no object")
        return
      }
      #expect(Set(members.keys) == Set(RegisterEntry.columns))
    }
  }

  @Test func `the register is that of a time`() throws {
    bench.pass(seconds: 60)
    let later = bench.now
    let second = try bench.open("Where is mine?")
    var refs: [String] = []
    try bench.desk.eachRegistered(from: later, to: nil, for: person("sam")) {
      refs.append($0.document["ref"]?.text ?? "")
    }
    #expect(refs == [second.rawValue])
  }
}
