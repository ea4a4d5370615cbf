import Desk
import Testing
import Vocabulary

/// Who is judged to be there, by a watcher's own time and the counters alone.
@Suite struct LeaseWatchTests {
  private var watch = LeaseWatch()
  private var now = Duration.seconds(1_000)

  private func word(
    _ sitting: SittingID, _ person: PersonID, _ counter: Int64, hasLeft: Bool = false
  ) -> Presence {
    Presence(sitting: sitting, person: person, counter: counter, hasLeft: hasLeft)
  }

  /// Looks once, some time after the last look.
  private mutating func look(after seconds: Int, at board: Presence...) {
    now += .seconds(seconds)
    watch.look(at: board, now: now)
  }

  /// Looks every five seconds at a board on which nothing moves.
  private mutating func wait(seconds: Int, at board: Presence...) {
    for _ in 0..<(seconds / 5) {
      now += .seconds(5)
      watch.look(at: board, now: now)
    }
  }

  @Test mutating func `who has not moved for a minute is heard of no longer`() {
    let mei = word("1", "mei", 7)
    look(after: 0, at: mei)
    wait(seconds: 55, at: mei)
    #expect(watch.living == [mei])
    #expect(watch.lapsed.isEmpty)
    wait(seconds: 5, at: mei)
    #expect(watch.living.isEmpty)
    #expect(watch.over == [mei])
    #expect(watch.lapsed == ["mei"])
  }

  @Test mutating func `a counter that grows is a sign of life, however late`() {
    look(after: 0, at: word("1", "mei", 1))
    for counter in 2...40 {
      wait(seconds: 55, at: word("1", "mei", Int64(counter)))
      #expect(watch.lapsed.isEmpty)
    }
    wait(seconds: 60, at: word("1", "mei", 40))
    #expect(watch.lapsed == ["mei"])
    look(after: 5, at: word("1", "mei", 41))
    #expect(watch.lapsed.isEmpty)
    #expect(watch.over.isEmpty)
  }

  @Test mutating func `a person is there as long as one console of theirs is`() {
    look(after: 0, at: word("1", "mei", 1), word("2", "mei", 1))
    for counter in 2...30 {
      look(after: 5, at: word("1", "mei", 1), word("2", "mei", Int64(counter)))
    }
    #expect(watch.over.map(\.sitting) == ["1"])
    #expect(watch.lapsed.isEmpty)
    wait(seconds: 60, at: word("1", "mei", 1), word("2", "mei", 30))
    #expect(watch.lapsed == ["mei"])
  }

  @Test mutating func `a watcher that was stopped does not lay its own gap on others`() {
    let mei = word("1", "mei", 1)
    look(after: 0, at: mei)
    wait(seconds: 40, at: mei)
    // A night.
    look(after: 40_000, at: mei)
    #expect(watch.lapsed.isEmpty)
    look(after: 5, at: mei)
    #expect(watch.lapsed.isEmpty)
    // What it then sees for itself counts.
    look(after: 5, at: mei)
    #expect(watch.lapsed == ["mei"])
  }

  @Test mutating func `many gaps in a row judge nobody who moves in between`() {
    for counter in 1...50 {
      look(after: 3_600, at: word("1", "mei", Int64(counter)))
      #expect(watch.lapsed.isEmpty)
    }
  }

  @Test mutating func `who left is over and loses nothing`() {
    look(after: 0, at: word("1", "mei", 1))
    let left = word("1", "mei", 2, hasLeft: true)
    look(after: 5, at: left)
    #expect(watch.living.isEmpty)
    wait(seconds: 90, at: left)
    #expect(watch.over == [left])
    #expect(watch.lapsed.isEmpty)
    look(after: 5)
    #expect(watch.over.isEmpty)
  }

  @Test mutating func `a board that forgot somebody brings nobody to life or to death at once`() {
    let mei = word("1", "mei", 4)
    look(after: 0, at: mei)
    look(after: 5)
    #expect(watch.living == [mei])
    look(after: 5, at: word("1", "mei", 5))
    wait(seconds: 55)
    #expect(watch.lapsed.isEmpty)
    wait(seconds: 5)
    #expect(watch.lapsed == ["mei"])
    watch.forget("1")
    #expect(watch.lapsed.isEmpty)
  }

  @Test mutating func `a time that goes back counts nothing`() {
    let mei = word("1", "mei", 1)
    look(after: 0, at: mei)
    for _ in 0..<100 { look(after: -5, at: mei) }
    #expect(watch.living == [mei])
  }
}
