import Desk
import Playbook
import Screen
import Vocabulary
import Workflow

/// A word on a matter that many write about, which is given as soon as one of its cases is on the screen.
struct Announcing: Equatable, Sendable {
  var ref: CaseRef
  var matter: MatterID
}

/// What many write about at once: the alarm, the list, and what each of their agents is told.
extension Model {
  /// Seconds in which the same matter rings once, however often it comes and goes.
  private static let quiet: Int64 = 3_600

  /// Takes in what many write about; one that is new and nobody has seen rings, once.
  mutating func take(_ crowds: [Crowd]) -> [Effect] {
    self.crowds = crowds
    shelve()
    guard decides else { return [] }
    let new = crowds.filter { crowd in
      crowd.isUnseen
        && rungCrowds[crowd.matter].map { now.seconds(since: $0) >= Model.quiet } ?? true
    }
    guard let first = new.first else { return [] }
    for crowd in new { rungCrowds[crowd.matter] = now }
    say(text("notice.crowd", words(of: first)), .trouble)
    return [.ring]
  }

  private func words(of crowd: Crowd) -> [String: String] {
    [
      "matter": crowd.name(in: sitting.language), "n": String(crowd.cases),
      "since": dayNumber(crowd.since) == dayNumber(now)
        ? clockTime(crowd.since) : pointInTime(crowd.since),
    ]
  }

  /// What stands in the title line while nobody has said that they have seen it.
  var crowdPieces: [StyledPiece] {
    guard decides, let first = crowds.first(where: \.isUnseen) else { return [] }
    return [StyledPiece(text("title.crowd", words(of: first)) + "  ", Style(.danger).bold)]
  }

  /// The matters, with what was said about each; whoever decides says more.
  var crowdMenu: Menu? {
    guard !crowds.isEmpty else { return nil }
    return Menu(
      title: text("menu.crowd.title"),
      lead: [text(decides ? "menu.crowd.lead" : "menu.crowd.read")],
      items: crowds.map { crowd in
        MenuItem(
          label: text("menu.crowd.line", words(of: crowd)), detail: [standing(of: crowd)],
          choice: decides ? .announce(crowd.first, crowd.matter) : .nothing)
      })
  }

  /// What has been said about a matter so far.
  func standing(of crowd: Crowd) -> String {
    if let answer = crowd.answer {
      return text(
        "crowd.answer", ["words": answer.words, "next": answer.next.map(pointInTime) ?? ""])
    }
    guard let seen = crowd.announcement else { return text("crowd.unseen") }
    return text("crowd.seen", ["person": personName(seen.by)])
  }

  /// Goes to a case of a matter, and opens the form for what is known of it there.
  mutating func announce(_ matter: MatterID, on ref: CaseRef) -> [Effect] {
    announcing = Announcing(ref: ref, matter: matter)
    return open?.ref == ref ? announceOnArrival() : visit(ref)
  }

  mutating func announceOnArrival() -> [Effect] {
    guard let waiting = announcing, open?.ref == waiting.ref else { return [] }
    announcing = nil
    return openForm(.announce(waiting.matter))
  }

  func announceForm(_ matter: MatterID) -> Form? {
    guard let crowd = crowds.first(where: { $0.matter == matter }) else { return nil }
    return Form(
      .announce(matter), title: text("form.announce.title", words(of: crowd)),
      lead: [standing(of: crowd), text("form.announce.lead")],
      fields: [
        words("words", "form.announce.words", proposal: crowd.answer?.words ?? "", optional: true),
        {
          var field = time("next", "form.announce.next")
          field.isOptional = true
          return field
        }(),
      ])
  }

  // MARK: - On a conversation

  /// What the open case belongs to, one that has an answer first; nil for nothing.
  func crowd(of open: OpenCase) -> Crowd? {
    let mine = crowds.filter { open.conversation.matters.contains($0.matter) }
    return mine.first { $0.answer != nil } ?? mine.first
  }

  /// What is known of it in the customer's language, as a phrase may say it.
  func announcement(for open: OpenCase) -> Announcement? {
    guard let answer = crowd(of: open)?.answer, answer.language == open.current.language else {
      return nil
    }
    return answer
  }

  /// Quietly: that this customer is not alone with it, and what all of them are told.
  func crowdLines(_ open: OpenCase, width: Int) -> [StyledLine] {
    guard open.current.state != .closed, let crowd = crowd(of: open) else { return [] }
    guard let answer = crowd.answer else {
      return inHeader(
        text(
          crowd.isUnseen ? "conversation.crowd_unseen" : "conversation.crowd_seen",
          words(of: crowd)), Style(.muted), width: width)
    }
    let late = answer.next.map { $0 <= now } ?? false
    return inHeader(
      text(
        "conversation.crowd_answer",
        words(of: crowd).merging([
          "words": short(answer.words, 120), "next": answer.next.map(pointInTime) ?? "",
        ]) { $1 }), late ? Style(.warning) : Style(.accent), width: width)
  }

  // MARK: - On the board

  /// Matters the board has room for.
  static let mostCrowds = 3

  func boardLines(of board: Wallboard) -> [StyledLine] {
    board.crowds.prefix(Model.mostCrowds).map { crowd in
      StyledLine(
        "\(crowd.isUnseen ? marks.danger : marks.bullet) "
          + text("board.crowd", words(of: crowd)) + marks.between + standing(of: crowd),
        crowd.isUnseen ? Style(.danger).bold : crowd.answer == nil ? Style(.warning) : .plain)
    }
  }
}
