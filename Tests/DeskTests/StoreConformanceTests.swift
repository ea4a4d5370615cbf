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

  @Test func `there is something to hold`() {
    #expect(StoreClause.all.count >= 30)
    #expect(Set(StoreClause.all.map(\.name)).count == StoreClause.all.count)
  }
}
