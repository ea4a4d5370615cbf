#if PostgreSQL
  import DeskTesting
  import Testing

  /// Everything that needs the server, one test after the other: the feed stays behind the oldest
  /// transaction at work on the whole server.
  @Suite(.serialized) enum ServerTests {}

  extension ServerTests {
    @Suite struct Conformance {
      @Test(arguments: StoreClause.all)
      func `in PostgreSQL`(_ clause: StoreClause) throws {
        try clause.check(try TestDesk().store)
      }
    }
  }
#endif
