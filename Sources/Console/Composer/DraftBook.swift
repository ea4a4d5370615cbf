import Desk
package import Vocabulary

/// The unsent words of one person over all cases.
package struct DraftBook: Equatable, Sendable {
  private var drafts: [CaseRef: [ComposerMode: Unsent]] = [:]
  /// Cases whose words changed since they were last kept.
  private(set) var unkept: Set<CaseRef> = []
  /// Grows with every change of unsent words.
  private(set) var revision = 0

  package init() {}

  /// The unsent words for a case in a mode.
  package subscript(ref: CaseRef, mode: ComposerMode) -> Unsent {
    drafts[ref]?[mode] ?? Unsent()
  }

  /// Changes the unsent words for a case.
  ///
  /// - Parameters:
  ///   - ref: the case.
  ///   - mode: what becomes of them.
  ///   - body: the change.
  mutating func change(_ ref: CaseRef, _ mode: ComposerMode, _ body: (inout Unsent) -> Void) {
    var unsent = self[ref, mode]
    let before = unsent.editor.text
    body(&unsent)
    if unsent.editor.text != before {
      unkept.insert(ref)
      revision += 1
    }
    drafts[ref, default: [:]][mode] = unsent
  }

  /// Takes what was kept from an earlier sitting, without touching what was written since.
  ///
  /// - Parameter kept: texts as given to be kept.
  mutating func restore(_ kept: [CaseRef: String]) {
    for (ref, text) in kept {
      for (mode, words) in DraftCoding.drafts(in: text) where self[ref, mode].isEmpty {
        drafts[ref, default: [:]][mode] = Unsent(words)
        revision += 1
      }
    }
  }

  /// The text to keep for a case.
  ///
  /// - Parameter ref: the case.
  /// - Returns: empty when nothing is unsent.
  func text(of ref: CaseRef) -> String {
    DraftCoding.text(of: (drafts[ref] ?? [:]).mapValues(\.editor.text))
  }

  /// Notes that a case's words were given away to be kept.
  ///
  /// - Parameter ref: the case.
  mutating func markKept(_ ref: CaseRef) { unkept.remove(ref) }

  /// Cases with words that are not sent, in the order of their references.
  package var unsent: [CaseRef] {
    drafts.filter { $0.value.contains { !$0.value.editor.isBlank } }.keys.sorted()
  }

  /// Whether a case has words that are not sent.
  package func holds(_ ref: CaseRef) -> Bool {
    drafts[ref]?.contains { !$0.value.editor.isBlank } ?? false
  }

  /// Whether some words of a case are on their way.
  func onItsWay(_ id: CommandID) -> (ref: CaseRef, mode: ComposerMode)? {
    for (ref, modes) in drafts {
      for (mode, unsent) in modes where unsent.onItsWay == id { return (ref, mode) }
    }
    return nil
  }
}
