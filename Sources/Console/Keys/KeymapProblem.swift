package import Screen

/// Something in a person's list of keys that cannot be done, or that may surprise.
package struct KeymapProblem: Equatable, Sendable {
  /// The entry it stands in, as it is written there.
  package var entry: String
  /// What is the matter.
  package var matter: Matter

  /// What can be the matter with an entry.
  package enum Matter: Equatable, Sendable {
    /// No action has that name; perhaps this one was meant.
    case unknownAction(nearest: String?)
    /// No key has that name.
    case unknownKey(String)
    /// The key belongs to the panes, or does the same for everybody.
    case reserved(Key)
    /// Terminals cannot tell the key from another one.
    case sameAs(Key, other: Key)
    /// Two entries want the key; the other one has it.
    case taken(Key, by: Action)
    /// No key is left; the palette still reaches it.
    case keyless
    /// The key edits while words are being written, so that it does the action only elsewhere.
    case edits(Key)
  }

  /// Whether it only tells of something that works.
  package var isRemark: Bool {
    switch matter {
    case .keyless, .edits: true
    default: false
    }
  }

  /// What is the matter and what to do about it, in one sentence or two.
  package var sentence: String {
    switch matter {
    case .unknownAction(let nearest):
      "“\(entry)” is no action" + (nearest.map { "; did you mean “\($0)”?" } ?? ".")
        + " “calmdesk keys” lists them all."
    case .unknownKey(let name):
      "“\(name)” in “\(entry)” is no key's name; names are like a, A, f5, ctrl-r, alt-r or space."
    case .reserved(let key):
      "\(key.name) in “\(entry)” cannot be given away: it \(KeymapProblem.use(of: key)). "
        + "Take another key."
    case .sameAs(let key, let other):
      "\(key.name) in “\(entry)” reaches no program: terminals send \(other.name) for it. "
        + "Take another key."
    case .taken(let key, let other):
      "\(key.name) in “\(entry)” is given to “\(other.rawValue)” already; take it out of one of "
        + "them."
    case .keyless:
      "“\(entry)” has no key now; the palette (\(Key.function(12).name)) still finds it by name."
    case .edits(let key):
      "\(key.name) in “\(entry)” edits while you write, so it does this only outside the draft."
    }
  }

  private static func use(of key: Key) -> String {
    switch key {
    case .character, .alt: "puts a phrase into the draft"
    case .tab, .backTab: "goes to the next pane"
    case .escape: "leads back"
    case .enter: "opens the selected case, chooses and sends"
    case .function(1): "always shows the keys"
    case .function: "always opens the palette"
    default: "moves within the panes"
    }
  }
}
