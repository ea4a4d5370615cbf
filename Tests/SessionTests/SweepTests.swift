import Testing

@testable import Session

/// Who looks for what has fallen due, and how often.
@Suite struct SweepTests {
  @Test func `many consoles share the looking`() {
    #expect(Session.sweepEvery(seats: 1) == .seconds(1))
    #expect(Session.sweepEvery(seats: 9) == .seconds(1))
    #expect(Session.sweepEvery(seats: 50) == .seconds(10))
  }

  @Test func `what many write about is looked for less often where many look`() {
    #expect(Session.crowdSpan(isMoved: true, seats: 1) == 5)
    #expect(Session.crowdSpan(isMoved: true, seats: 50) == 10)
    #expect(Session.crowdSpan(isMoved: true, seats: 500) == 30)
    #expect(Session.crowdSpan(isMoved: false, seats: 1) == 30)
  }

  @Test func `where many sit each looks less often who is there`() {
    #expect(Session.lookEvery(isOpen: true, seats: 1) == .seconds(1))
    #expect(Session.lookEvery(isOpen: true, seats: 20) == .seconds(1))
    #expect(Session.lookEvery(isOpen: true, seats: 40) == .seconds(2))
    #expect(Session.lookEvery(isOpen: true, seats: 500) == .milliseconds(2_500))
    #expect(Session.lookEvery(isOpen: false, seats: 40) == .seconds(5))
  }
}
