/// Where the consoles of a desk say that they are there.
///
/// Kept beside the desk and written without a sync: what is lost with the power is written anew
/// within seconds by whoever is still there. Nothing that must be true rests on it: a claim that
/// lapses does so through the desk's own door, at the epoch it was held at.
///
/// Every board passes the same conformance suite (`DeskTesting`). Calls may come from any thread.
package protocol PresenceBoard: Sendable {
  /// Says what a sitting is about, in the place of what it said before.
  ///
  /// - Parameter presence: the sitting, with a counter greater than before. Of a sitting of somebody
  ///   else nothing is taken.
  /// - Throws: `StoreError` when it cannot be written now; the next word will do.
  func put(_ presence: Presence) throws

  /// Everybody who ever sat here and was not cleared away, the dead among them. Costs a row each.
  ///
  /// - Returns: in the order of the sittings' ids.
  /// - Throws: `StoreError`.
  func all() throws -> [Presence]

  /// Clears a sitting away that is over.
  ///
  /// - Parameter presence: as it was last seen; one that has spoken since then stays.
  /// - Throws: `StoreError`.
  func clear(_ presence: Presence) throws
}
