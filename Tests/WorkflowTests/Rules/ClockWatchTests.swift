import Testing
import Vocabulary
import Workflow

/// A clock that jumps takes nothing from anybody.
struct ClockWatchTests {
  private static let start = Instant(seconds: 1_800_000_000)

  /// A program that looks once a second, with a clock that is set by so much at some looks.
  private func watch(seconds: Int64, setting jumps: [Int64: Int64]) -> (ClockWatch, Instant) {
    var watch = ClockWatch()
    var clock = Self.start
    for second in 0...seconds {
      clock = Self.start.adding(
        seconds: second + jumps.filter { $0.key <= second }.values.reduce(0, +))
      watch.look(at: clock, own: .seconds(second))
    }
    return (watch, clock)
  }

  @Test func `what nobody measures is as the clock says`() {
    let watch = ClockWatch()
    let end = Self.start.adding(seconds: 60)
    #expect(watch.hasPassed(until: end, since: Self.start, at: end))
    #expect(!watch.hasPassed(until: end, since: Self.start, at: end.adding(seconds: -1)))
  }

  @Test func `an hour that was jumped over has not passed`() {
    let since = Self.start.adding(seconds: 700)
    let end = since.adding(seconds: 300)
    let (jumped, now) = watch(seconds: 760, setting: [720: 3_600])
    #expect(end <= now)
    #expect(!jumped.hasPassed(until: end, since: since, at: now))
    let (later, then) = watch(seconds: 1_001, setting: [720: 3_600])
    #expect(later.hasPassed(until: end, since: since, at: then))
    // What began after the jump is counted by the clock as it is now.
    let new = Self.start.adding(seconds: 720 + 3_600 + 5)
    #expect(!later.hasPassed(until: new.adding(seconds: 300), since: new, at: then))
    let (last, after) = watch(seconds: 1_030, setting: [720: 3_600])
    #expect(last.hasPassed(until: new.adding(seconds: 300), since: new, at: after))
  }

  @Test func `a clock that is set right again counts as before`() {
    let since = Self.start.adding(seconds: 700)
    let end = since.adding(seconds: 300)
    let (early, now) = watch(seconds: 990, setting: [720: 3_600, 760: -3_600])
    #expect(!early.hasPassed(until: end, since: since, at: now))
    let (late, then) = watch(seconds: 1_001, setting: [720: 3_600, 760: -3_600])
    #expect(late.hasPassed(until: end, since: since, at: then))
  }

  @Test func `whoever has only just begun to look judges nobody`() {
    let since = Self.start.adding(seconds: -9_000)
    let (young, now) = watch(seconds: 59, setting: [:])
    #expect(!young.hasPassed(until: since.adding(seconds: 60), since: since, at: now))
    let (grown, then) = watch(seconds: 60, setting: [:])
    #expect(grown.hasPassed(until: since.adding(seconds: 60), since: since, at: then))
    let (old, after) = watch(seconds: 600, setting: [:])
    #expect(old.hasPassed(until: since.adding(seconds: 8_000), since: since, at: after))
  }

  @Test func `wherever a clock jumps, nothing ends before its time`() {
    for seed in UInt64(1)...200 {
      var random = SeededGenerator(seed: seed)
      let length = Int64(random.number(40...900))
      let jumpAt = Int64(random.number(1...1_500))
      let size = Int64(random.number(60...7_200))
      let began = Int64(random.number(0...1_500))
      var watch = ClockWatch()
      var since: Instant?
      for second in 0...Int64(2_500) {
        let clock = Self.start.adding(seconds: second + (second >= jumpAt ? size : 0))
        watch.look(at: clock, own: .seconds(second))
        if second == began { since = clock }
        guard let since else { continue }
        let hasPassed = watch.hasPassed(
          until: since.adding(seconds: length), since: since, at: clock)
        // A second either way is the clock's own.
        #expect(!hasPassed || second - began >= length - 1, "seed \(seed) at \(second)")
        if second - began > length + 1, second >= ClockWatch.apprenticeship {
          #expect(hasPassed, "seed \(seed) at \(second)")
        }
      }
    }
  }
}
