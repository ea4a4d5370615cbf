import Console
import ConsoleTesting
import Screen
import Vocabulary
import Workflow

/// Keeps an eye on unsent words: none is lost, none goes where nobody wrote it, and nothing is sent
/// that did not stand in a draft.
struct DraftWatch {
  private let before: Model
  private let commands: Int

  init(_ driver: Driver) {
    before = driver.model
    commands = driver.commands.count
  }

  /// What went wrong while something was told to a console.
  ///
  /// - Parameters:
  ///   - driver: the console, afterwards.
  ///   - byHand: whether it was a key or the mouse.
  /// - Returns: a sentence for each fault; none when all is well.
  func faults(_ driver: Driver, byHand: Bool) -> [String] {
    let after = driver.model
    // What was typed ahead is pressed once the desk has answered.
    let byHand = byHand || !before.typedAhead.isEmpty
    let given = driver.commands.dropFirst(commands)
    var faults: [String] = []
    if !byHand, !given.isEmpty {
      faults.append("\(given.map(\.command)) without a key")
    }
    // A phrase files its variables, a shift's end gives everything back: a few, never a flood.
    if given.count > 60, before.typedAhead.isEmpty { faults.append("\(given.count) commands") }
    for envelope in given {
      guard let words = DraftWatch.words(in: envelope.command) else { continue }
      let known = before.allDrafts + after.allDrafts
      if !known.contains(where: { $0.text == words }), before.typedAhead.isEmpty {
        faults.append("sent what was in no draft: \(words.debugDescription.prefix(80))")
      }
    }
    let now = after.allDrafts
    for draft in before.allDrafts where !now.contains(draft) {
      let text = now.first { $0.ref == draft.ref && $0.mode == draft.mode }?.text ?? ""
      let isSent = before.isOnItsWay(draft) && !after.isOnItsWay(draft)
      let isAtHand = draft.ref == before.open?.ref || draft.ref == after.open?.ref
      if byHand && isAtHand { continue }
      // Keys typed ahead may have gone through several conversations.
      if !before.typedAhead.isEmpty { continue }
      if isSent && text.isEmpty { continue }
      // What was taken back stands before what was written since.
      if text.hasSuffix("\n" + draft.text) { continue }
      faults.append(
        "\(draft.ref) \(draft.mode) lost “\(draft.text.prefix(40))” to “\(text.prefix(40))”")
    }
    return faults
  }

  private static func words(in command: CaseCommand) -> String? {
    switch command {
    case .send(let draft), .say(let draft): draft.text
    case .note(let text), .whisper(let text), .receive(let text, _, _): text
    default: nil
    }
  }
}

/// Words that are not sent.
struct WatchedDraft: Equatable {
  var ref: CaseRef
  var mode: ComposerMode
  var text: String
}

extension Model {
  fileprivate var allDrafts: [WatchedDraft] {
    drafts.unsent.flatMap { ref in
      ComposerMode.allCases.map {
        WatchedDraft(ref: ref, mode: $0, text: drafts[ref, $0].editor.text)
      }
    }.filter { $0.text.contains { !$0.isWhitespace } }
  }

  fileprivate func isOnItsWay(_ draft: WatchedDraft) -> Bool {
    drafts[draft.ref, draft.mode].onItsWay != nil
  }
}
