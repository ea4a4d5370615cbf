/// Where keys go while no form or menu is open.
package enum Focus: CaseIterable, Equatable, Sendable {
  case queue, conversation, composer, sidebar

  /// The pane a number of places further round.
  func moved(by step: Int) -> Focus {
    let all = Focus.allCases
    let here = all.firstIndex(of: self) ?? 0
    let count = all.count
    return all[((here + step) % count + count) % count]
  }
}

/// A sentence on the footer line, until the next key or until its time has passed.
package struct Notice: Equatable, Sendable {
  /// How it is meant.
  package enum Kind: Equatable, Sendable {
    /// Something went as it should.
    case good
    /// Something to know.
    case plain
    /// Something did not go through.
    case trouble
  }

  /// The sentence.
  package var text: String
  /// How it is meant.
  package var kind: Kind
}
