import Language
import Synchronization
package import Vocabulary
package import Workflow

/// What can be said while the desk is out of reach, by cases and people as they were last seen here.
/// The store is not asked.
extension Desk {
  /// What a command would be refused for, as far as anybody can tell now; the desk decides anew when
  /// it gets it.
  ///
  /// - Parameter request: who wants what on which case.
  /// - Returns: nil where nothing speaks against it, and where case or person are not known here.
  package func foresee(_ request: DeskRequest) -> Refusal? {
    guard let current = cache.peek(request.ref),
      let person = known.withLock({ $0[request.by] })
    else { return nil }
    var envelope = request.envelope
    var context = DecisionContext(
      actor: person.id, role: person.role, now: now(), sampled: false)
    do {
      try read(&envelope, in: &context, on: current)
      _ = try decide(
        envelope, on: current, by: try rules(for: current.procedure), in: context)
      return nil
    } catch {
      return error as? Refusal
    }
  }

  /// What our words would be read as, by the case as it was last seen.
  ///
  /// - Parameters:
  ///   - text: the words as they stand.
  ///   - ref: the case they are for.
  ///   - person: who writes them.
  ///   - isPublic: where a public case is answered; nil for the usual.
  /// - Returns: nil where case or person are not known here.
  package func foreseenReading(
    of text: String, on ref: CaseRef, by person: PersonID, inPublic isPublic: Bool? = nil
  ) -> AgentReading? {
    guard let current = cache.peek(ref), let role = known.withLock({ $0[person]?.role }),
      let rules = try? rules(for: current.procedure)
    else { return nil }
    return reading(of: text, on: current, by: rules, role: role, inPublic: isPublic)
  }
}
