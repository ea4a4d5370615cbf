import Desk
package import Playbook
import Screen
package import Vocabulary
import Workflow

/// An agent who knows the work, as keys: looks at the console and says which key comes next.
///
/// Goes by what the screen offers: phrases from the shelf, rows of the form, the keys that open
/// closed gates. Only what an agent puts in their own words comes from the scenario. Pure.
package struct GoodAgent: Equatable, Sendable {
  let scenarios: [String: Scenario]
  let language: LanguageTag
  /// Cases that turned out to be beyond it: left as they are.
  private var left: Set<CaseRef> = []
  /// The keys of the console that is looked at.
  private(set) var keymap = Keymap.standard
  /// Boxes of closed gates met on a case.
  private var stops: [CaseRef: Int] = [:]
  /// The customer's last message that was read, by case.
  private var readTo: [CaseRef: Int] = [:]

  /// - Parameters:
  ///   - scenarios: who may come.
  ///   - language: what they speak.
  package init(scenarios: [Scenario], language: LanguageTag) {
    self.language = language
    self.scenarios = scenarios.reduce(into: [:]) { known, scenario in
      guard let name = scenario.words[language]?.customer.name else { return }
      known[name] = scenario
    }
  }

  /// The next key.
  ///
  /// - Parameter model: the console as it is.
  /// - Returns: nil when there is nothing to do but wait.
  package mutating func next(_ model: Model) -> Stroke? {
    keymap = model.keymap
    guard model.pending.isEmpty, model.awaited == nil, Layout(model.size) != nil else {
      return nil
    }
    if let overlay = model.overlay { return answer(overlay, model) }
    guard let open = model.open, model.holdsOpenCase, !left.contains(open.ref) else {
      return leave(model)
    }
    if model.focus == .composer || !model.unsent.isEmpty { return write(model, open) }
    guard let stroke = act(model, open) else { return leave(model) }
    let heard = open.current.lastCustomerMessage?.number ?? 0
    defer { readTo[open.ref] = heard }
    return heard > readTo[open.ref, default: 0] ? Stroke(stroke.key, .read) : stroke
  }

  func scenario(of open: OpenCase) -> Scenario? { scenarios[open.current.customer.name] }

  func example(of open: OpenCase) -> ScenarioWords.Example? {
    scenario(of: open)?.words[language]?.example
  }

  // MARK: - Which case

  /// Seconds an agent stays with a customer who is about to answer.
  private static let stay: Int64 = 8

  /// Goes to whoever waits, or takes the next one; stays where an answer is about to come.
  private func leave(_ model: Model) -> Stroke? {
    if let open = model.open, model.holdsOpenCase, open.current.state == .waiting,
      let last = open.current.lastWordAt, model.now.seconds(since: last) < GoodAgent.stay
    {
      return nil
    }
    let here = model.open?.ref
    if let row = model.mine.first(where: {
      $0.ref != here && $0.state == .open && !left.contains($0.ref)
    }) {
      return go(to: row.ref, model)
    }
    guard model.queue.rows.contains(where: { $0.handler == nil && $0.state == .open }) else {
      return nil
    }
    guard model.focus != .composer else { return Stroke(.escape, .move) }
    return keymap[.takeNext].first.map { Stroke($0, .look) }
  }

  private func go(to ref: CaseRef, _ model: Model) -> Stroke? {
    guard model.focus == .queue else { return Stroke(.escape, .move) }
    guard let target = model.queue.rows.firstIndex(where: { $0.ref == ref }) else { return nil }
    let here = model.queue.selectedIndex ?? 0
    if here == target { return Stroke(.enter, .look) }
    return Stroke(here < target ? .down : .up, .move)
  }

  // MARK: - What lies over the panes

  private mutating func answer(_ overlay: Overlay, _ model: Model) -> Stroke? {
    // Whatever is beyond it is not tried again and again.
    if let ref = model.open?.ref, left.contains(ref) { return Stroke(.escape, .move) }
    switch overlay {
    case .form(let form): return form.onItsWay == nil ? fill(form, model) : nil
    case .register(let register): return fill(register, model)
    case .menu(let menu): return choose(from: menu, model)
    case .blocked(let blocked):
      guard blocked.onItsWay == nil else { return nil }
      // A question that was answered leaves nothing to look back at.
      if case .close = blocked.command, let index = notNeeded(model) {
        return Stroke(.character(Character(String(index + 1))), .look)
      }
      stops[blocked.ref, default: 0] += 1
      if stops[blocked.ref, default: 0] > 2 { left.insert(blocked.ref) }
      return Stroke(.escape, .look)
    case .help, .palette, .board, .pasting, .leaving: return Stroke(.escape, .move)
    }
  }

  private func notNeeded(_ model: Model) -> Int? {
    model.content.reasons.firstIndex { $0.id == "not_needed" }
  }

  private func choose(from menu: Menu, _ model: Model) -> Stroke? {
    guard let open = model.open else { return Stroke(.escape, .move) }
    let wanted = menu.items.firstIndex { item in
      switch item.choice {
      case .form(.close(let reason)): reason == self.reason(for: open)
      case .form(.followUp): true
      case .command(.advance(let to)): to == open.standing.next
      default: false
      }
    }
    guard let wanted, menu.items[wanted].obstacle == nil else { return Stroke(.escape, .move) }
    if wanted < 9 { return Stroke(.character(Character(String(wanted + 1))), .look) }
    return Stroke(menu.selected == wanted ? .enter : .down, .move)
  }

  /// Why the case may end, as the record has it.
  private func reason(for open: OpenCase) -> CloseReason {
    if open.current.grant != nil { return .granted }
    return open.current.answer?.accepted == true ? .accepted : .answered
  }

  // MARK: - Writing

  /// Goes on with the words in the composer, and sends them once they are whole.
  private func write(_ model: Model, _ open: OpenCase) -> Stroke? {
    let text = model.unsent.editor.text
    guard model.unsent.onItsWay == nil else { return nil }
    if let answer = ownWords(open) {
      if text == answer { return Stroke(.enter, .look) }
      guard answer.hasPrefix(text) else { return Stroke(.control("u"), .move) }
      return answer.dropFirst(text.count).first.map(Stroke.letter)
    }
    if text.isEmpty { return Stroke(.escape, .move) }
    if model.unsent.pieces.count < 3, let next = phrase(model, open, covered: model.covered) {
      return pick(next, model, fromComposer: model.focus == .composer)
    }
    guard model.focus == .composer else {
      let action: Action = open.current.channel == .phone ? .said : .reply
      return keymap[action].first.map { Stroke($0, .move) }
    }
    return Stroke(.enter, .read)
  }

  /// The answer to a plain question, until it was given.
  func ownWords(_ open: OpenCase) -> String? {
    guard let answer = example(of: open)?.answer,
      !open.current.messages.contains(where: { $0.reachesCustomer && !$0.isHistory })
    else { return nil }
    return answer
  }

  /// Puts a phrase into the draft.
  func pick(_ index: Int, _ model: Model, fromComposer: Bool = false) -> Stroke {
    if index < 9 {
      let digit = Key.character(Character(String(index + 1)))
      return Stroke(fromComposer ? .alt(digit) : digit, .look)
    }
    guard model.focus == .sidebar else { return Stroke(.tab, .move) }
    let selected = model.open?.sidebar.selected ?? 0
    if selected == index { return Stroke(.enter, .look) }
    return Stroke(selected < index ? .down : .up, .move)
  }
}

extension Model {
  /// What the words in the composer do already, by the phrases in them.
  var covered: Set<SpeechAct> { unsent.pieces.reduce(into: []) { $0.formUnion($1.acts) } }
}
