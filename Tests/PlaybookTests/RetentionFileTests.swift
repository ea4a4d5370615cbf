import Playbook
import Testing
import Vocabulary

/// How long things are kept, as the file says it.
struct RetentionFileTests {
  @Test func `readings are kept for 90 days, with a file and without one`() throws {
    #expect(try #require(ShippedPlaybook.found).retention == Retention(days: 90))
    #expect(SmallPlaybook().playbook.retention == Retention(days: 90))
  }

  @Test func `a house says otherwise, in whole days`() {
    let month = SmallPlaybook.laying("authority/retention.yaml", "readings: 4w\n").playbook
    #expect(month.retention == Retention(days: 28))
    #expect(month.problems.isEmpty)
    for (text, words) in [
      ("readings: 12h\n", "keeps readings for whole days"),
      ("readings: 0d\n", "keeps readings for whole days"),
      ("readings: long\n", "wants a time such as 90s"),
      ("register: 5d\n", "has the key “register”"),
    ] {
      let playbook = SmallPlaybook.laying("authority/retention.yaml", text).playbook
      #expect(playbook.retention == Retention(days: 90))
      let said = playbook.problems.map(\.sentence).joined(separator: "\n")
      #expect(said.contains(words), "\(words) is not in\n\(said)")
    }
  }

  @Test func `the limit moves at midnight`() throws {
    let now = try #require(Instant("2026-11-21T10:00:00Z"))
    let limit = Retention(days: 2).limit(at: now)
    #expect(limit.description == "2026-11-19T00:00:00Z")
    #expect(Retention(days: 2).limit(at: now.adding(seconds: 50_399)) == limit)
    #expect(Retention(days: 2).limit(at: now.adding(seconds: 50_400)) != limit)
  }
}
