package import Desk
import Testing

/// One thing that every store must do, tried on a desk that is still empty.
///
/// A test target runs all of them on its store:
///
/// ```swift
/// @Test(arguments: StoreClause.all)
/// func holds(_ clause: StoreClause) throws {
///   try clause.check(MyStore())
/// }
/// ```
package struct StoreClause: Sendable, CustomTestStringConvertible {
  /// What the store must do, in words.
  package let name: String
  /// Tries it; records an issue for everything that does not hold.
  package let check: @Sendable (any DeskStore) throws -> Void

  package var testDescription: String { name }

  /// Whether numbers grow from one to the next; a store may leave some out.
  static func areAscending(_ numbers: [Int64]) -> Bool {
    (numbers.first ?? 1) > 0 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  init(_ name: String, _ check: @escaping @Sendable (any DeskStore) throws -> Void) {
    self.name = name
    self.check = check
  }

  /// Everything there is to hold.
  package static let all: [StoreClause] =
    appending + transactions + queue + routing + finding + figures + feed
    + persons + together + retention
}
