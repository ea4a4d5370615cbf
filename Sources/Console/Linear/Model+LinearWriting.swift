import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// The words being written, and the guide with its phrases.
extension Model {
  func linearComposer(_ open: OpenCase) -> LinearPane {
    let label = spoken([plainWords(composerTitle(open)), readerWords(open)])
    var pane = LinearPane(spoken([label, open.ref.rawValue]))
    // The title says it already, where it fits.
    if sitting.measure.columns(of: pane.title) > size.columns { pane.add(label) }
    pane.add("", unsent.editor)
    if let left = roomLeft(open) { pane.add(left) }
    if let (length, said) = joinedWords { pane.add(spoken([length, said])) }
    if let (mark, words, why) = toneWords {
      pane.add(spoken([words, why]))
      if mark?.finding.rewrite != nil {
        pane.add(spoken([typingKey(.takeRewrite), text(Action.takeRewrite.textKey)]))
      }
    }
    return pane
  }

  /// Who reads it, where that is not the whole world.
  private func readerWords(_ open: OpenCase) -> String {
    // On a public case the title says it.
    guard mode == .reply, isInPublic == nil else { return "" }
    return text("linear.private")
  }

  /// How many characters are left, where the channel has a limit.
  private func roomLeft(_ open: OpenCase) -> String? {
    guard mode == .reply,
      let most = open.current.mostCharacters(
        by: open.rules.limits, inPublic: isInPublic)
    else {
      return nil
    }
    let left = most - unsent.editor.text.count
    return left < 0
      ? text("linear.too_long", ["n": String(-left)]) : text("composer.left", ["n": String(left)])
  }

  // MARK: - The guide

  func linearGuide(_ open: OpenCase) -> LinearPane {
    let place = open.rules.procedure.position(of: open.current.step)
    let count = String(open.rules.procedure.steps.count)
    var pane = LinearPane(
      spoken([
        text("linear.of_case", ["pane": text("sidebar.title"), "case": caseWords(open)]),
        stepName(open.current.step, in: open.rules),
        place.map { text("linear.step_place", ["n": String($0 + 1), "of": count]) }
          ?? text("sidebar.side_step"),
      ]))
    pane.kind = .phrase
    let sidebar = open.sidebar
    if sidebar.filter == nil {
      for line in guideLines(open, width: Model.oneLine, height: .max) {
        pane.add(plainWords(line))
      }
      pane.add(text("sidebar.phrases") + text("linear.colon"))
    }
    pane.current = pane.paragraphs.count
    if let filter = sidebar.filter {
      let lead = text("linear.label", ["label": text("action.phrases"), "value": ""])
      if sidebar.isFiltering {
        pane.add(lead, filter, isCurrent: true)
      } else {
        pane.add(lead + filter.text)
      }
    }
    guard !sidebar.phrases.isEmpty else {
      pane.add(
        text(phrases[open.current.language] == nil ? "sidebar.loading" : "sidebar.no_phrases"))
      return pane
    }
    for index in sidebar.phrases.indices {
      pane.add(
        spokenPhrase(index, open), entry: index,
        isCurrent: index == sidebar.selected && (!sidebar.isFiltering || isInList))
    }
    return pane
  }

  /// A phrase of the list; the selected one with whose it is, what it does and what it would ask.
  func spokenPhrase(_ index: Int, _ open: OpenCase) -> String {
    let sidebar = open.sidebar
    let words = sidebar.words.indices.contains(index) ? sidebar.words[index] : ""
    let phrase = sidebar.phrases[index]
    let wasSaid = sidebar.shelf?.wasSaid(phrase) == true && index != sidebar.selected
    let details = index == sidebar.selected ? phraseDetails(phrase, open).map(\.words) : []
    return numbered(
      index,
      spoken(
        [wasSaid ? text("linear.said") : "", phrase.code.map { ";\($0)" } ?? "", words] + details))
  }

  /// Words behind the digit that chooses them; from the tenth on there is none.
  func numbered(_ index: Int, _ words: String) -> String {
    index < 9 ? "\(index + 1) \(words)" : words
  }
}
