import Vocabulary
package import Workflow

extension Wording {
  /// Why something changed nothing and what would let it through, as whole sentences.
  package func sentence(for refusal: Refusal) -> String {
    let sentence = own(refusal) ?? closed(refusal)
    let further = refusal.also.map { quoted(name(of: $0)) }
    let also =
      further.isEmpty
      ? nil : texts("refusal.also", ["gates": further.joined(separator: texts["list.comma"])])
    return [sentence, pass(refusal), also].compactMap(\.self).joined(separator: gap)
  }

  /// What stands between two sentences.
  private var gap: String { language == .en ? " " : "" }

  /// What is missing, joined into one line.
  ///
  /// A choice is left out where one of its ways is asked for anyway.
  package func list(_ needs: [Need]) -> String {
    needs.filter { need in
      if case .oneOf(let ways) = need { !ways.contains(where: needs.contains) } else { true }
    }.map { words(for: $0) }.joined(separator: texts["list.needs"])
  }

  /// A gate of the playbook is closed.
  private func closed(_ refusal: Refusal) -> String {
    guard gateWords(refusal.gate) != nil else {
      return texts("refusal.other", ["needs": list(refusal.needs)])
    }
    return texts(
      "refusal.closed",
      [
        "opening": texts["refusal.occasion.\(refusal.occasion?.rawValue ?? "other")"],
        "gate": name(of: refusal.gate), "needs": list(refusal.needs),
      ])
  }

  private func gateWords(_ gate: GateID) -> String? {
    let words = name(of: gate)
    return words == gate.rawValue ? nil : words
  }

  /// Who may let it pass, and how.
  private func pass(_ refusal: Refusal) -> String? {
    guard let role = refusal.override else { return nil }
    return texts(
      "refusal.pass.\(refusal.strength.rawValue)", ["role": name(of: role)])
  }

  /// The sentence of a gate the engine itself stands for, if there is one for what is missing.
  private func own(_ refusal: Refusal) -> String? {
    let section = "refusal.\(refusal.gate)"
    guard let need = refusal.needs.first else { return nil }
    if case .existing(let what) = need {
      let known = texts.has("\(section).existing.\(Wording.existingKey(what))")
      return known ? existing(what, under: section) : nil
    }
    let key = [variant(of: need), need.key, "other"].compactMap(\.self)
      .map { "\(section).\($0)" }.first(where: texts.has)
    guard let key else { return nil }
    return texts(key, values(of: refusal, need))
  }

  /// A form of its own for a need that reads differently by its value.
  private func variant(of need: Need) -> String? {
    switch need {
    case .step(let steps) where steps.isEmpty: "no_step"
    case .decided(_, let approved, let reason):
      (approved ? "approved" : "denied") + (reason.isEmpty ? "" : "_because")
    case .state(let states) where states == [.closed]: "only_closed"
    case .state(let states) where !states.contains(.closed): "closed"
    default: nil
    }
  }

  private func values(of refusal: Refusal, _ need: Need) -> [String: String] {
    var values = ["needs": list(refusal.needs)]
    switch need {
    case .heldBy(let person): values["person"] = name(of: person)
    case .decided(let person, _, let reason):
      values["person"] = name(of: person)
      values["reason"] = reason
    case .permission(let permission): values["permission"] = name(of: permission)
    case .state(let states): values["states"] = either(states.map { quoted(name(of: $0)) })
    case .step(let steps): values["steps"] = self.steps(steps)
    case .options(let count), .shorter(let count), .reasonOverPrice(let count):
      values["n"] = String(count)
    case .planAtHand(let number): values["number"] = String(number)
    case .room(let channel, let most):
      values["channel"] = name(of: channel)
      values["n"] = String(most)
    case .variable:
      let names = refusal.needs.compactMap { need in
        if case .variable(let name) = need { quoted(self.name(ofVariable: name)) } else { nil }
      }
      values["names"] = both(names)
    default: break
    }
    return values
  }
}
