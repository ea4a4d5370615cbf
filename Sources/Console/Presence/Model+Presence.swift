import Desk
import Screen
import Vocabulary
import Workflow

/// What colleagues see of this person, and what is seen of them: who looks, who types, who is there to
/// take a case. Nothing of it is ever the customer's to see, and no words of a draft are among it.
extension Model {
  /// Seconds after the last letter in which somebody still counts as typing.
  private static let typingSpan: Int64 = 5

  /// What this person is about now.
  var whereabouts: Whereabouts {
    let isTyping =
      typedAt.map { now.seconds(since: $0) < Model.typingSpan } == true && !unsent.isEmpty
      && unsent.onItsWay == nil
    return Whereabouts(
      looking: open?.ref, typing: isTyping ? open?.ref : nil, status: status,
      statusSince: statusSince)
  }

  /// Tells colleagues, where something of it has changed.
  mutating func attend() -> [Effect] {
    let now = whereabouts
    guard now != told else { return [] }
    told = now
    return [.attend(now)]
  }

  // MARK: - On a conversation

  /// People named on the line before the rest is counted.
  private static let mostNamed = 3
  /// Seconds for which the holder is shown who watched; the record itself stays.
  private static let watchShown: Int64 = 86_400

  /// Who else is at this conversation, and for its holder who has watched it (domain F); quiet, and
  /// not there where nobody is.
  func presenceLine(_ current: Case) -> StyledLine? {
    let me = sitting.person.id
    var here: [PersonID: Bool] = [:]
    for other in present ?? []
    where other.person != me && other.whereabouts.looking == current.ref {
      let isTyping = other.whereabouts.typing == current.ref
      here[other.person] = here[other.person] == true || isTyping
    }
    var parts = here.keys.sorted().prefix(Model.mostNamed).map { person in
      text(
        here[person] == true ? "conversation.typing" : "conversation.looking",
        ["person": personName(person)])
    }
    if here.count > parts.count {
      parts.append(text("conversation.more_looking", ["n": String(here.count - parts.count)]))
    }
    if current.handler == me {
      let watched = current.watches.filter { watch in
        watch.by != me && here[watch.by] == nil
          && now.seconds(since: watch.at) < Model.watchShown
      }
      parts += watched.suffix(2).map { watch in
        text(
          "conversation.watched",
          ["person": personName(watch.by), "at": pointInTime(watch.at)])
      }
    }
    guard !parts.isEmpty else { return nil }
    return StyledLine(parts.joined(separator: marks.between), Style(.muted))
  }

  // MARK: - Handing over

  /// Why somebody may not get to a case soon; nil where they take cases, and where nothing is known.
  func absence(of person: PersonID) -> String? {
    guard let present else { return nil }
    let theirs = present.filter { $0.person == person }.map(\.whereabouts)
    guard let one = theirs.first else { return text("absence.gone") }
    guard !theirs.contains(where: \.status.takesCases) else { return nil }
    guard let since = one.statusSince else { return statusName(one.status) }
    return text(
      "absence.status",
      ["status": statusName(one.status), "span": span(now.seconds(since: since))])
  }

  /// A colleague whom a case may be handed to: what they are, and what keeps them.
  func standing(of person: Person) -> String {
    [name(person.role), absence(of: person.id)].compactMap(\.self)
      .joined(separator: marks.between)
  }

  /// Says that a case was offered, and warns where whoever should take it is not at hand: advice, since
  /// the case stays where it is until they do.
  mutating func sayOffered(to person: PersonID) {
    guard let absence = absence(of: person) else {
      say(text("notice.filed"), .good)
      return
    }
    say(
      text("notice.offered_absent", ["person": personName(person), "state": absence]), .trouble)
  }

  /// Takes in which cases this person is asked to take over; a new one is said, and rings nothing,
  /// since whoever asks still has it.
  mutating func takeOffers(_ rows: [QueueRow]) {
    let known = Set(offers.map(\.ref))
    offers = rows
    guard let new = rows.first(where: { !known.contains($0.ref) }), open?.ref != new.ref else {
      return
    }
    say(
      text(
        "notice.offered",
        ["person": personName(new.handler), "customer": callName(of: new)]), .plain)
  }

  /// Says that an offer of this person's ended without an answer: the case is theirs still.
  mutating func tellUnansweredOffer(before: [QueueRow], now rows: [QueueRow]) {
    let known = before.reduce(into: [:]) { $0[$1.ref] = $1 }
    guard
      let row = rows.first(where: { row in
        row.wants.unanswered != nil && known[row.ref].map { $0.wants.unanswered == nil } == true
      })
    else { return }
    say(
      text(
        "notice.offer_unanswered",
        ["person": personName(row.wants.unanswered), "customer": callName(of: row)]), .trouble)
  }

  /// What stands in the title line while somebody waits for this person's answer.
  var offerPieces: [StyledPiece] {
    guard let first = offers.first else { return [] }
    let more = offers.count > 1 ? " +\(offers.count - 1)" : ""
    return [
      StyledPiece(
        text("title.offer", ["person": short(personName(first.handler), 14)]) + more + "  ",
        Style(.accent).bold)
    ]
  }

  /// Whether a colleague asks this person to take the open case.
  var isOfferedToMe: Bool { open?.current.offeredTo == sitting.person.id }

  /// Says who has taken a conversation over, and why; stays until a key, as what went back does.
  mutating func sayTakenOver(_ customer: String, _ takeOver: TakeOver) {
    say(
      text(
        "notice.taken_over",
        [
          "person": personName(takeOver.by), "customer": short(customer, 20),
          "reason": takeOver.reason,
        ]), .trouble)
    noticeSince = nil
  }

  // MARK: - Coming back

  /// Says which conversations went while this console was not heard of, or since they were left
  /// untouched. Stays until a key: whoever comes back to a machine that slept may not look at once.
  mutating func sayWentBack(_ customers: [String], _ key: String = "notice.went_back") {
    let named = customers.prefix(Model.mostNamed).map { short($0, 20) }
      .joined(separator: text("notice.went_back_comma"))
    let more = customers.count - Model.mostNamed
    let all = more > 0 ? named + " +\(more)" : named
    say(text(key, ["customers": all]), .trouble)
    noticeSince = nil
  }
}
