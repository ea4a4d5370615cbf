import Desk
import Screen
import Vocabulary
import Workflow

extension Model {
  /// Rows below which the coach keeps quiet: the panes need them.
  private static let leastRows = 20

  /// Whether a row at the bottom belongs to the coach.
  var isCoached: Bool {
    guard let coach, !coach.isDone else { return false }
    return isLinear || size.rows >= Model.leastRows
  }

  /// The room the panes have.
  var room: Size {
    isCoached ? Size(columns: size.columns, rows: size.rows - 1) : size
  }

  /// What the coach says now; nil when nothing.
  package var advice: String? {
    guard let coach, isCoached, let lesson = lessonNow, coach.shows(lesson) || isAtALoss else {
      return nil
    }
    let words = adviceWords(lesson)
    // The keys of a case wait behind Esc while words could be written.
    return focus == .composer && overlay == nil && lesson != .write && lesson != .send
      ? text("coach.after_escape", ["advice": words]) : words
  }

  /// Seconds without a key that help after which practice shows once more what was learnt before.
  private static let loss: Int64 = 10

  private var isAtALoss: Bool {
    guard sitting.isPractice, let since = coach?.since else { return false }
    return now.seconds(since: since) >= Model.loss
  }

  func drawCoach(_ frame: inout Frame) {
    guard isCoached else { return }
    let row = Rect(
      x: 0, y: size.rows - 1, width: size.columns, height: 1)
    frame.fill(row, style: Style(on: .field))
    let used = advice.map {
      frame.put(
        " \(marks.arrow) " + $0, in: row, style: Style(.accent, on: .field).bold,
        overflow: .ellipsis)
    }
    // Whoever watches is told how to stop it, where there is room.
    guard coach?.repeats == true else { return }
    let hint = text("coach.watching") + " "
    let columns = sitting.measure.columns(of: hint)
    guard (used ?? 0) + columns + 2 <= row.width else { return }
    frame.put(hint, in: row, column: row.width - columns, style: Style(.muted, on: .field))
  }

  // MARK: - Learning

  /// Notes what the person did.
  mutating func learn(by effects: [Effect]) {
    guard var coach, !coach.isDone else { return }
    for effect in effects { coach.learnt.formUnion(lessons(in: effect)) }
    if case .register = overlay { coach.learnt.insert(.form) }
    if focus == .composer {
      coach.learnt.insert(.answerThem)
      if !unsent.editor.isBlank { coach.learnt.insert(.write) }
    }
    let now = lessonNow
    if !effects.isEmpty { coach.since = self.now }
    // A list, a form or a box that went away was understood.
    if let before = coach.moment, [.choose, .fill, .blocked].contains(before), now != before {
      coach.learnt.insert(before)
    }
    if now != coach.moment { coach.since = self.now }
    coach.moment = now
    self.coach = coach
  }

  private func lessons(in effect: Effect) -> Set<Lesson> {
    switch effect {
    case .takeNext: open == nil ? [.take] : [.take, .meanwhile]
    case .perform(_, let envelope):
      switch envelope.command {
      case .claim: [.claim]
      case .send(let draft), .say(let draft):
        draft.phraseActs.isEmpty || open?.standing.wantedActs.isEmpty == true
          ? [.send] : [.send, .say]
      case .set: [.file]
      case .identify: [.identify]
      case .advance: [.advance]
      case .offer, .grant: [.offer]
      case .answer: [.answer]
      case .arrangeFollowUp: [.followUp]
      case .close: [.close]
      default: []
      }
    default: []
    }
  }

  // MARK: - The moment

  /// What would help most now.
  var lessonNow: Lesson? {
    switch overlay {
    case .menu: return .choose
    case .form: return .fill
    case .register: return .file
    case .blocked(let blocked):
      // Where neither a key nor a digit leads on, the box itself says what to do.
      return wayPast(blocked) == .digit && !remedies(blocked).isEmpty ? .blocked : nil
    case .help, .palette, .board, .pasting, .leaving: return nil
    case nil: break
    }
    guard let open else { return queue.rows.contains { $0.handler == nil } ? .take : nil }
    let current = open.current
    guard current.state != .closed else { return someoneWaits ? .take : nil }
    guard holdsOpenCase else { return current.handler == nil ? .claim : nil }
    if focus == .composer {
      guard unsent.editor.isBlank else { return .send }
      let next = lesson(in: open)
      return next == .answerThem ? .write : next
    }
    if !unsent.isEmpty { return .answerThem }
    return lesson(in: open)
  }

  private var someoneWaits: Bool {
    queue.rows.contains { $0.handler == nil && $0.state == .open }
  }

  private func lesson(in open: OpenCase) -> Lesson? {
    let current = open.current
    let isTheirWord =
      current.messages.last { $0.kind != .note && $0.kind != .whisper }
      .map(\.isFromCustomer) ?? false
    if let plan = current.plan, plan.answer == nil {
      return isTheirWord && current.hasHeard(since: plan) ? .answer : waiting
    }
    if current.step == open.rules.procedure.grantStep {
      if !current.unanswered.isEmpty { return .answerThem }
      return current.followUps.isEmpty ? .followUp : .close
    }
    if !current.messages.contains(where: \.meetsGates) { return .answerThem }
    let missing = open.standing.closed.flatMap(\.missing)
    if missing.isEmpty, open.standing.next != nil { return .advance }
    let helps = missing.compactMap(\.remedies.first)
    if helps.contains(.form) {
      // What the customer never said is to be asked, not filed.
      let unasked = missing.contains(.field(.demand)) && open.proposals(for: .demand).isEmpty
      let isOnlyWish = missing.allSatisfy { $0 == .field(.demand) }
      guard unasked, isOnlyWish else { return .form }
      return isTheirWord ? .say : waiting
    }
    if helps.contains(.offer) { return .offer }
    if current.step == "collect", !current.identified, isTheirWord { return .identify }
    guard isTheirWord else { return waiting }
    return open.standing.wantedActs.isEmpty ? .answerThem : .say
  }

  /// While the customer is to speak: whoever else waits.
  private var waiting: Lesson? { someoneWaits ? .meanwhile : nil }

  private func adviceWords(_ lesson: Lesson) -> String {
    func key(_ action: Action) -> String { mainKey(action) }
    var values = ["key": ""]
    switch lesson {
    case .take, .meanwhile: values["key"] = key(.takeNext)
    case .claim: values["key"] = key(.openSelected)
    case .answerThem:
      values["key"] = key(open?.current.channel == .phone ? .said : .reply)
    case .form: values["key"] = key(.form)
    case .identify: values["key"] = key(.identify)
    case .say: values["key"] = key(.phrases)
    case .advance: values["key"] = key(.advance)
    case .offer:
      values["key"] = key(.offer)
      values["other"] = key(.grant)
    case .answer: values["key"] = key(.answer)
    case .followUp: values["key"] = key(.followUp)
    case .close: values["key"] = key(.close)
    case .write, .send, .file, .choose, .fill, .blocked: break
    }
    // Where one thing is shown, nothing stands at the right.
    return isLinear && lesson == .say
      ? text("linear.coach_say", values) : text("coach.\(lesson.rawValue)", values)
  }
}
