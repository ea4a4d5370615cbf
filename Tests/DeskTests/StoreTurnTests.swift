import Desk
import DeskTesting
import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import DeskSQLite

/// Writers take turns: within a program, between programs, and not for ever.
@Suite struct StoreTurnTests {
  private let folder: StoreFolder

  init() throws { folder = try StoreFolder() }

  private func soon(_ milliseconds: Int = 20) -> ContinuousClock.Instant {
    .now + .milliseconds(milliseconds)
  }

  private var later: ContinuousClock.Instant { .now + .seconds(60) }

  @Test func `a lock is held by one and waited for in vain`() {
    defer { folder.remove() }
    let lock = FairLock()
    #expect(lock.enter(by: later))
    #expect(!lock.enter(by: soon()))
    #expect(!lock.enter(by: soon(-5)))
    lock.leave()
    #expect(lock.enter(by: soon()))
    lock.leave()
  }

  @Test func `a lock is passed on in the order it was asked for`() {
    defer { folder.remove() }
    let lock = FairLock()
    let order = Mutex<[Int]>([])
    let done = DispatchGroup()
    #expect(lock.enter(by: later))
    for number in 0..<6 {
      done.enter()
      Thread.detachNewThread {
        if lock.enter(by: later) {
          order.withLock { $0.append(number) }
          lock.leave()
        }
        done.leave()
      }
      while lock.waitingCount <= number { usleep(200) }
    }
    lock.leave()
    done.wait()
    #expect(order.withLock { $0 } == Array(0..<6))
    #expect(lock.waitingCount == 0)
  }

  @Test func `who gives up waiting is not handed the lock`() {
    defer { folder.remove() }
    let lock = FairLock()
    #expect(lock.enter(by: later))
    #expect(!lock.enter(by: soon()))
    let done = DispatchGroup()
    let entered = Mutex(false)
    done.enter()
    Thread.detachNewThread {
      entered.withLock { $0 = lock.enter(by: nil) }
      lock.leave()
      done.leave()
    }
    while lock.waitingCount == 0 { usleep(200) }
    lock.leave()
    done.wait()
    #expect(entered.withLock { $0 })
    #expect(lock.enter(by: soon()))
  }

  @Test func `the turnstile lets one program in`() throws {
    defer { folder.remove() }
    let file = try DeskFile(folder.desk, mayCreate: true)
    let one = try Turnstile(file)
    let two = try Turnstile(file)
    #expect(try one.enter(by: later))
    #expect(try !two.enter(by: soon()))
    #expect(try !two.enter(by: soon()))
    one.leave()
    #expect(try two.enter(by: later))
    #expect(try !one.enter(by: soon()))
    two.leave()
    #expect(try one.enter(by: later))
    one.leave()
  }

  @Test func `the turnstile lets programs in in the order they came`() throws {
    defer { folder.remove() }
    let file = try DeskFile(folder.desk, mayCreate: true)
    let one = try Turnstile(file)
    let others = try (0..<4).map { _ in try Turnstile(file) }
    #expect(try one.enter(by: later))
    let places = try others.map { try $0.takePlace() }
    one.leave()
    // Who has just been in and comes again stands behind them all.
    #expect(try !one.enter(by: soon()))
    #expect(try !others[3].enter(from: places[3], by: soon()))
    #expect(try !others[1].enter(from: places[1], by: soon()))
    #expect(try others[0].enter(from: places[0], by: later))
    // Those who gave up are waited for by nobody.
    #expect(try !others[2].enter(from: places[2], by: soon()))
    let last = try others[1].takePlace()
    others[0].leave()
    #expect(try others[1].enter(from: last, by: later))
    others[1].leave()
    #expect(try one.enter(by: later))
    one.leave()
  }

  @Test func `a wait that was given up does not keep the turn`() throws {
    defer { folder.remove() }
    let file = try DeskFile(folder.desk, mayCreate: true)
    let one = try Turnstile(file)
    let two = try Turnstile(file)
    let three = try Turnstile(file)
    for _ in 0..<20 {
      #expect(try one.enter(by: later))
      #expect(try !two.enter(by: soon(1)))
      one.leave()
      // The system grants the wait that `two` gave up on at some moment from here on.
      #expect(try three.enter(by: later))
      #expect(try !one.enter(by: soon(1)))
      three.leave()
      #expect(try two.enter(by: later))
      #expect(try !three.enter(by: soon(1)))
      two.leave()
    }
  }

  @Test func `a turnstile that is dropped leaves the room`() throws {
    defer { folder.remove() }
    let file = try DeskFile(folder.desk, mayCreate: true)
    let one = try Turnstile(file)
    do {
      let two = try Turnstile(file)
      #expect(try two.enter(by: later))
      #expect(try !one.enter(by: soon()))
    }
    #expect(try one.enter(by: later))
  }

  @Test func `a writer waits for the writer of another program, and then says so`() throws {
    defer { folder.remove() }
    let one = try SQLiteStore.open(path: folder.desk, create: true)
    let two = try SQLiteStore.open(path: folder.desk, create: false, patience: .seconds(1))
    try one.write { transaction in
      try transaction.append(CaseFixture(1001).appending(1...1))
      #expect(throws: StoreError.busy(path: folder.desk, seconds: 1)) {
        try two.write { try $0.append(CaseFixture(1002).appending(1...1)) }
      }
    }
    try two.write { try $0.append(CaseFixture(1002).appending(1...1)) }
    #expect(try one.feed(after: 0, limit: 9).map(\.ref) == ["C-1001", "C-1002"])
  }

  @Test func `who has the broom begins the log anew, and one program has it at a time`() throws {
    defer { folder.remove() }
    let store = try SQLiteStore.open(path: folder.desk, create: true)
    let broom = try Turnstile(DeskFile(folder.desk, mayCreate: false))
    let log = folder.desk + "-wal"
    func head() throws -> Data? { try FileHandle(forReadingAtPath: log)?.read(upToCount: 32) }
    /// Of the head and each page; the file keeps its size when the log begins anew.
    func pages() -> Int {
      var status = stat()
      return stat(log, &status) == 0 ? (Int(status.st_size) - 32) / 4120 : 0
    }
    #expect(broom.takesBroom())
    #expect(try !Turnstile(DeskFile(folder.desk, mayCreate: false)).takesBroom())
    var number = 1000
    func write() throws {
      number += 1
      try store.write { try $0.append(CaseFixture(number).appending(1...1)) }
    }
    // Somebody else has it, so the log grows.
    while pages() < 1100 { try write() }
    let old = try head()
    broom.putBroomBack()
    while pages() < 2200, try head() == old {
      try write()
      // Whoever tidies has it until it is done.
      while !broom.takesBroom() { usleep(1000) }
      broom.putBroomBack()
    }
    #expect(try head() != old)
    #expect(try store.faults().isEmpty)
  }

  @Test func `patience ends at its deadline and begins anew`() {
    defer { folder.remove() }
    let patience = Patience(.milliseconds(5))
    var tries = 0
    while patience.triesAgain(after: tries) { tries += 1 }
    #expect(tries > 0)
    #expect(!patience.triesAgain(after: tries))
    // The next wait is SQLite's first try again, however long ago the last one was.
    #expect(patience.triesAgain(after: 0))
    usleep(6000)
    #expect(patience.triesAgain(after: 0))
    patience.begin(until: soon(-1))
    #expect(!patience.triesAgain(after: 0))
    patience.end()
    #expect(patience.triesAgain(after: 0))
    #expect(Patience(.seconds(10)).seconds == 10)
  }
}
