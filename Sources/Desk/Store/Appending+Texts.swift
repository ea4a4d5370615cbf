import Vocabulary
import Workflow

extension Appending {
  /// The same with its parts written out, so that nobody waits while they are.
  ///
  /// - Returns: what a store of tables makes ready.
  /// - Throws: `EncodingError`; not for anything this program makes.
  package func writtenOut() throws -> Appending {
    var written = self
    written.texts = try Texts(self)
    return written
  }

  /// The parts of an appending in the form in which tables hold them.
  package struct Texts: Sendable {
    /// One an event.
    package var events: [String]
    /// One a reading.
    package var readings: [String]
    package var snapshot: String?
    /// What the queue row wants, and what it is about; nil where that stays as it is.
    package var wants: String
    package var matters: String?

    /// Writes the parts out.
    ///
    /// - Throws: `EncodingError`; not for anything this program makes.
    package init(_ appending: Appending) throws {
      events = try appending.events.map { try EventCoding.text(of: $0.event) }
      readings = try appending.readings.map { try EventCoding.text(of: $0) }
      snapshot = try appending.snapshot.map { try EventCoding.text(of: $0) }
      wants = try EventCoding.text(of: appending.row.wants)
      matters = try appending.row.matters.map { try EventCoding.text(of: $0) }
    }
  }
}
