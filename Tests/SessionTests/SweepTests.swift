import Testing

@testable import Session

/// Who looks for what has fallen due, and how often.
@Suite struct SweepTests {
  @Test func `many consoles share the looking`() {
    #expect(Session.sweepEvery(seats: 1) == .seconds(1))
    #expect(Session.sweepEvery(seats: 9) == .seconds(1))
    #expect(Session.sweepEvery(seats: 50) == .seconds(10))
  }
}
