package import Vocabulary

/// Something a department is to carry out for a customer (S1-20).
package struct FulfilmentTask: Equatable, Codable, Sendable {
  /// 1 for the first task of the case.
  package var number: Int
  /// As the organisation calls it.
  package var department: String
  package var what: String
  package var due: Instant
  package var by: PersonID
  package var at: Instant
  /// The number of the promise to the customer that rests on it, if one does.
  package var promise: Int?
  /// When it was done; nil while it is not.
  package var doneAt: Instant?

  package init(
    number: Int, department: String, what: String, due: Instant, by: PersonID, at: Instant,
    promise: Int? = nil, doneAt: Instant? = nil
  ) {
    self.number = number
    self.department = department
    self.what = what
    self.due = due
    self.by = by
    self.at = at
    self.promise = promise
    self.doneAt = doneAt
  }
}
