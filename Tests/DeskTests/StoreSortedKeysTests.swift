import DeskTesting
import Testing

@testable import Desk

/// A set in order is what a sorted array without doubles is, whatever its size.
@Suite struct StoreSortedKeysTests {
  @Test func `keys come back in order, from any place, both ways`() {
    var random = SplitMix(seed: 5)
    var keys = SortedKeys<Int>()
    var expected: Set<Int> = []
    for round in 0..<6000 {
      let key = Int.random(in: 0..<5000, using: &random)
      if round % 3 == 2 {
        keys.remove(key)
        expected.remove(key)
      } else {
        keys.insert(key)
        expected.insert(key)
      }
      guard round % 97 == 0 else { continue }
      let sorted = expected.sorted()
      let place = Int.random(in: -10..<5010, using: &random)
      #expect(
        keys.ascending(from: place, limit: 600) == Array(sorted.filter { $0 >= place }.prefix(600)))
      #expect(
        keys.ascending(from: place, excluding: true, limit: 9)
          == Array(sorted.filter { $0 > place }.prefix(9)))
      #expect(
        keys.last(below: place, limit: 600) == Array(sorted.filter { $0 < place }.suffix(600)))
    }
    let sorted = expected.sorted()
    #expect(sorted.count > 1024)
    #expect(keys.ascending(from: nil, limit: .max) == sorted)
    #expect(keys.last(below: nil, limit: .max) == sorted)
    #expect(keys.ascending(from: nil, limit: 0).isEmpty)
    for key in sorted { keys.remove(key) }
    #expect(keys.isEmpty)
    #expect(keys.ascending(from: 3, limit: 5).isEmpty)
    #expect(keys.last(below: 3, limit: 5).isEmpty)
  }
}
