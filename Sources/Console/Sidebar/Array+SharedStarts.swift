extension [String] {
  /// How many letters at its beginning each text has in common with the one of the others that is
  /// most like it there.
  ///
  /// - Parameter limit: letters of a text that are looked at.
  /// - Returns: a number for each text, in their order. Costs a sort: what begins alike stands side
  ///   by side then.
  package func sharedStarts(within limit: Int) -> [Int] {
    let order = indices.sorted { self[$0] < self[$1] }
    var shared = [Int](repeating: 0, count: count)
    for (one, other) in zip(order, order.dropFirst()) {
      let same = zip(self[one].prefix(limit), self[other]).prefix { $0 == $1 }.count
      shared[one] = Swift.max(shared[one], same)
      shared[other] = Swift.max(shared[other], same)
    }
    return shared
  }
}
