/// A row that no CalmDesk of this schema has written; becomes `StoreError.corrupt`.
struct Damage: Error {
  /// What is wrong, to stand within a sentence.
  let what: String

  init(_ what: String) { self.what = what }
}
