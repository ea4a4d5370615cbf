import Desk
import DeskTesting
import Playbook
import Testing
import Vocabulary
import Workflow

/// What many write about, and questions across the desk.
@Suite struct TogetherTests {
  private let bench: Bench
  private let sam: Person

  init() throws {
    bench = try Bench()
    sam = try bench.desk.signIn("sam", name: "Sam")
  }

  private var least: Int { bench.desk.playbook.together.cases ?? 0 }

  private func openMany(_ words: String, _ count: Int) throws -> [CaseRef] {
    try (0..<count).map { _ in
      bench.pass(seconds: 60)
      return try bench.open(words)
    }
  }

  @Test func `so many similar cases within the time are one matter, and it goes away by itself`()
    throws
  {
    let words = "My broadband has been down since nine."
    let first = try openMany(words, least - 1)
    _ = try openMany("How do I return a kettle?", least)
    #expect(try bench.desk.crowds().isEmpty)
    _ = try openMany("家里从早上开始断网", 1)
    let crowd = try #require(try bench.desk.crowds().first)
    #expect(crowd.matter == "outage")
    #expect(crowd.cases == least)
    #expect(crowd.first == first[0])
    #expect(crowd.isUnseen)
    #expect(crowd.name(in: .zhHant) != "outage")
    #expect(try bench.desk.wallboard(for: sam, present: []).crowds == [crowd])
    #expect(try bench.desk.matters(of: first[0]) == ["outage"])
    bench.pass(seconds: bench.desk.playbook.together.within)
    #expect(try bench.desk.crowds().isEmpty)
  }

  @Test func `a word said on one of them stands for all, and the newest counts`() throws {
    let refs = try openMany("My parcel still hasn't arrived.", least)
    func say(_ words: String, on ref: CaseRef, by person: PersonID = "sam") throws {
      bench.pass(seconds: 5)
      try bench.perform(
        .announce(
          "not_delivered", words: words, language: .en, next: bench.now.adding(seconds: 1_800)),
        on: ref, by: person)
    }
    #expect(throws: Refusal.self) { try say("The depot is flooded.", on: refs[0], by: "mei") }
    try say("", on: refs[2])
    #expect(try bench.desk.crowds().first?.isUnseen == false)
    #expect(try bench.desk.crowds().first?.answer == nil)
    try say("The depot is flooded.", on: refs[0])
    try say("It is dry again.", on: refs[1])
    #expect(try bench.desk.crowds().first?.answer?.words == "It is dry again.")
    #expect(try bench.desk.verify().isEmpty)
  }

  @Test func `the same product on file makes cases similar`() throws {
    for ref in try openMany("It is broken.", least) {
      try bench.perform(.claim, on: ref, override: .digit(1))
      try bench.perform(.set(.product, value: "Kettle K2", reason: nil), on: ref)
      try bench.perform(.release, on: ref)
    }
    #expect(try bench.desk.crowds().map(\.matter) == ["product:kettle k2"])
  }

  @Test func `whoever is asked sees it, by name or by role, until they have answered`() throws {
    let ref = try bench.open("It broke again.")
    try bench.perform(.claim, on: ref)
    try bench.perform(
      .consult(
        asked: [.person("ann"), .role(.senior)], question: "What now?",
        tells: bench.now.adding(seconds: 7_200)), on: ref)
    func seen(by id: PersonID) throws -> [CaseRef] {
      try bench.desk.questions(to: id, limit: 9).map(\.ref)
    }
    #expect(try seen(by: "ann") == [ref])
    #expect(try seen(by: "lin") == [ref])
    #expect(try seen(by: "mei").isEmpty)
    #expect(try bench.desk.sessionsWanted(limit: 9).isEmpty)
    try bench.perform(.giveView(number: nil, words: "Exchange it."), on: ref, by: "ann")
    #expect(try seen(by: "ann").isEmpty)
    try bench.perform(.giveView(number: nil, words: "Yes."), on: ref, by: "lin")
    #expect(try seen(by: "lin").isEmpty)
    // Every view is in: whoever called it has to end it.
    #expect(try bench.desk.wallboard(for: sam, present: []).sessions.map(\.ref) == [ref])
    try bench.perform(
      .endConsult(number: nil, outcome: .plan, words: "Exchange.", route: ""), on: ref)
    #expect(try bench.desk.sessionsWanted(limit: 9).isEmpty)
    #expect(try bench.desk.verify().isEmpty)
    #expect(throws: DeskError.self) {
      try bench.perform(.consult(asked: [.person("aud")], question: "Well?"), on: ref)
    }
  }
}
