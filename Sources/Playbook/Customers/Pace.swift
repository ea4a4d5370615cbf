import Vocabulary
package import Workflow

/// How fast a customer wants to be taken along.
///
/// Worked out anew each time and kept nowhere: temperaments are neither shown nor stored (S0-6).
package enum Pace: String, CaseIterable, Hashable, Sendable {
  /// Few words and the next step.
  case quick
  case usual
  /// One thing at a time, and room to talk.
  case slow

  /// The pace of a case.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - seen: the kinds of behaviour and need that were accepted in it.
  package init(of current: Case, seen: [CustomerType] = []) {
    let wanted = Set(seen.map(\.pace))
    if wanted.contains(.slow) || current.isBack || current.heatRoseFast {
      self = wanted.contains(.quick) ? .quick : .slow
    } else if wanted.contains(.quick) || Pace.isToThePoint(current) {
      self = .quick
    } else {
      self = .usual
    }
  }

  /// Writes short messages and is not upset (S4-13).
  private static func isToThePoint(_ current: Case) -> Bool {
    let last = current.messages.suffix(12).filter { $0.isFromCustomer }.suffix(3)
    return last.count >= 2 && current.heat < .angry
      && last.allSatisfy { $0.text.utf8.count <= 60 }
  }
}
