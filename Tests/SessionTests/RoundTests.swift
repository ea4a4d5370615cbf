import Console
import Desk
import Screen
import Session
import Testing
import Vocabulary

/// What the console is told before it draws.
@Suite struct RoundTests {
  private let start = Instant(milliseconds: 1_000)
  private let changed = Console.Message.changed([CaseRef("C-1001")])
  private let window = Console.Message.queue(
    QueueWindow(page: QueuePage(limit: 20), rows: [], counts: [:], mine: [], steps: [:]))

  @Test func `the time comes first`() {
    var round = Round()
    #expect(round.messages(at: start, [], told: []) == [.ticked(start)])
    let typed = Console.Message.key(.character("a"))
    #expect(
      round.messages(at: start, [typed], told: [changed]) == [.ticked(start), typed, changed])
    let presence = Console.Message.presence([])
    #expect(
      round.messages(at: start, [], told: [changed, presence])
        == [.ticked(start), changed, presence])
    #expect(!round.owesTime)
  }

  @Test func `word of the floor is drawn by itself, and the second after it`() {
    var round = Round()
    #expect(round.messages(at: start, [], told: [changed]) == [.ticked(start), changed])
    let soon = Instant(milliseconds: 1_400)
    #expect(round.messages(at: soon, [], told: [changed]) == [changed])
    #expect(round.messages(at: soon, [], told: [window]) == [window])
    #expect(round.owesTime)
    #expect(round.messages(at: soon, [], told: []) == [.ticked(soon)])
    #expect(!round.owesTime)
  }

  @Test func `a floor that never rests does not stop the time, nor a clock that is set back`() {
    var round = Round()
    _ = round.messages(at: start, [], told: [])
    let late = Instant(milliseconds: 2_300)
    #expect(round.messages(at: late, [], told: [changed]) == [.ticked(late), changed])
    let earlier = Instant(milliseconds: -4_000)
    #expect(round.messages(at: earlier, [], told: [changed]) == [.ticked(earlier), changed])
  }
}
