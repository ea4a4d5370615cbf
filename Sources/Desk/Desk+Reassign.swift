package import Vocabulary
package import Workflow

/// Where many cases are to go at once.
package enum Reassignment: Equatable, Sendable {
  /// Offered to somebody, who has to take each.
  case handTo(PersonID)
  /// Back to the queue.
  case release
  /// Into the hands of whoever asks.
  case take
}

/// What became of cases that were to go somewhere.
package struct ReassignmentOutcome: Equatable, Sendable {
  /// One that did not go.
  package struct Refused: Equatable, Sendable {
    package var ref: CaseRef
    /// How the customer is called; empty where nobody knows.
    package var customer: String
    package var why: Why
  }

  /// Why one did not go.
  package enum Why: Equatable, Sendable {
    case refusal(Refusal)
    /// A sentence.
    case failure(String)
  }

  /// Those that went, in the order in which they were named.
  package var went: [CaseRef] = []
  /// Those that were there already.
  package var stayed: [CaseRef] = []
  package var refused: [Refused] = []

  package init() {}
}

extension Desk {
  /// Hands many cases on, one after the other, each through the same door and the same gates as by
  /// itself: a case in somebody else's hands is taken over first, a free one claimed.
  ///
  /// - Parameters:
  ///   - refs: which.
  ///   - target: where to.
  ///   - reason: for taking over what somebody else has; stands on record.
  ///   - person: who wants it.
  ///   - command: names all of it; doing it again with the same one changes nothing twice.
  /// - Returns: what went, and what did not with the reason. Never throws for one case alone.
  /// - Throws: what the store throws where it cannot be asked at all.
  package func reassign(
    _ refs: [CaseRef], _ target: Reassignment, because reason: String, by person: PersonID,
    command: CommandID
  ) throws -> ReassignmentOutcome {
    var outcome = ReassignmentOutcome()
    for ref in refs {
      let current: Case
      do {
        current = try find(ref)
      } catch DeskError.unknownCase {
        outcome.refused.append(
          .init(ref: ref, customer: "", why: .failure("\(DeskError.unknownCase(ref))")))
        continue
      }
      do {
        let steps = current.steps(to: target, for: person, because: reason)
        for (place, step) in steps.enumerated() {
          _ = try perform(
            DeskRequest(
              by: person, ref: ref,
              envelope: CommandEnvelope(
                id: CommandID("\(command)-\(ref)-\(place)"), command: step)))
        }
        if steps.isEmpty { outcome.stayed.append(ref) } else { outcome.went.append(ref) }
      } catch let refusal as Refusal {
        outcome.refused.append(
          .init(ref: ref, customer: current.customer.name, why: .refusal(refusal)))
      } catch let error as DeskError {
        outcome.refused.append(
          .init(ref: ref, customer: current.customer.name, why: .failure("\(error)")))
      }
    }
    return outcome
  }
}

extension Case {
  /// What has to be done for a case to go somewhere; nothing where it is there already.
  fileprivate func steps(
    to target: Reassignment, for person: PersonID, because reason: String
  ) -> [CaseCommand] {
    let taking: [CaseCommand] =
      handler == person ? [] : handler == nil ? [.claim] : [.takeOver(reason: reason)]
    switch target {
    case .take: return taking
    // One that nobody has is there already, unless it is closed: then the gate says so.
    case .release: return handler == nil && state != .closed ? [] : taking + [.release]
    case .handTo(let other):
      return handler == other || offeredTo == other ? [] : taking + [.transfer(to: other)]
    }
  }
}
