import Console
import Screen
import Testing
import Vocabulary

@testable import Session

/// What the console is told before it draws.
@Suite struct RoundTests {
  private let now = Instant(milliseconds: 1_000)
  private let changed = Console.Message.changed([CaseRef("C-1001")])

  @Test func `the time comes first`() {
    #expect(Session.round(at: now, [], told: []) == [.ticked(now)])
    let typed = Console.Message.key(.character("a"))
    #expect(
      Session.round(at: now, [typed], told: [changed]) == [.ticked(now), typed, changed])
  }

  @Test func `word of changes alone draws no second`() {
    #expect(Session.round(at: now, [], told: [changed, changed]) == [changed, changed])
    let answer = Console.Message.presence([])
    #expect(
      Session.round(at: now, [], told: [changed, answer]) == [.ticked(now), changed, answer])
  }
}
