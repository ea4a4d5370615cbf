import Desk
import DeskSQLite
import DeskTesting
import Testing

/// Every store does everything a desk needs of it.
@Suite struct StoreConformanceTests {
  @Test(arguments: StoreClause.all)
  func `in memory`(_ clause: StoreClause) throws {
    try clause.check(MemoryStore())
  }

  @Test(arguments: StoreClause.all)
  func `in SQLite`(_ clause: StoreClause) throws {
    let place = try StoreFolder()
    defer { place.remove() }
    try clause.check(try SQLiteStore.open(path: place.desk, create: true))
  }

  @Test func `stores with one writer at a time leave no number out`() throws {
    let place = try StoreFolder()
    defer { place.remove() }
    for store in [MemoryStore(), try SQLiteStore.open(path: place.desk, create: true)]
      as [any DeskStore]
    {
      try store.write { try $0.append(CaseFixture(1001).appending(1...2)) }
      #expect(throws: StoreError.self) {
        try store.write { transaction in
          try transaction.append(CaseFixture(1002).appending(1...3))
          #expect(try transaction.nextNumber() == 1001)
          try transaction.append(CaseFixture(1002).appending(1...1))
        }
      }
      try store.write { transaction in
        try transaction.append(CaseFixture(1002).appending(1...1))
        #expect(try transaction.nextNumber() == 1001)
      }
      #expect(try store.feed(after: 0, limit: 9).map(\.sequence) == [1, 2, 3])
    }
  }

  @Test func `there is something to hold`() {
    #expect(StoreClause.all.count >= 30)
    #expect(Set(StoreClause.all.map(\.name)).count == StoreClause.all.count)
  }
}
