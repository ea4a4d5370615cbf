import Desk
import Language
package import Playbook
package import Vocabulary
package import Workflow

/// The case on the screen, with how it is looked at.
package struct OpenCase: Equatable, Sendable {
  /// The case as the desk last gave it.
  package internal(set) var conversation: Conversation
  /// How it stands before its gates.
  package internal(set) var standing: Standing
  /// Which part of the conversation is seen.
  package internal(set) var scroll = Scroll()
  /// The message that keys work on; nil for the last one.
  package internal(set) var selected: Int?
  /// The message before which the line of what is new stands; nil for no line.
  package internal(set) var unreadFrom: Int?
  /// Messages there were when it was last on the screen.
  var seen = 0
  /// The customer wrote while words were being written, and they have not been sent since.
  var overtakenAt: Instant?
  /// A promise in our own words that no clock runs for.
  var ownPromise: ReadPromise?
  /// Where the words in the composer go on a public case, as their writer chose: true under the
  /// post, false in private; nothing for the usual.
  package internal(set) var reach: [ComposerMode: Bool] = [:]
  /// Whether the way the heat went is shown.
  package internal(set) var showsTrajectory = false
  /// Words being looked for; nil for none.
  package internal(set) var find: Find?
  /// How its guide and phrases are looked at.
  package internal(set) var sidebar = Sidebar()
  /// Proposals about the customer that the agent has said are not so, while the case is looked at.
  private var dismissed: Set<CustomerType.Subject> = []
  /// Values for fields that the customer's messages hold, the newest first.
  private var proposed: [FieldName: [String]] = [:]
  /// Messages broken into lines, by number, as far as they were seen.
  var blocks: [Int: MessageBlock] = [:]

  /// The case.
  package var current: Case { conversation.current }
  /// What it is decided by.
  package var rules: Rules { conversation.rules }
  /// Its reference.
  package var ref: CaseRef { conversation.current.ref }

  init(_ conversation: Conversation, role: Role, now: Instant) {
    self.conversation = conversation
    standing = Standing(conversation, role: role, now: now)
    proposed = OpenCase.proposals(in: conversation)
    unreadFrom = conversation.current.unanswered.first.flatMap { $0 > 1 ? $0 : nil }
  }

  /// Draws the line of what is new before the messages that came while it was not on the screen.
  mutating func markUnread() {
    let messages = current.messages
    unreadFrom =
      messages.indices.contains(seen) && seen > 0 && messages[seen].from == .customer
      ? seen + 1 : nil
  }

  /// Takes the line of what is new away.
  mutating func clearUnread() {
    if let unreadFrom { blocks[unreadFrom] = nil }
    unreadFrom = nil
  }

  /// Takes a newer state of the same case, and keeps how it is looked at.
  mutating func take(_ newer: Conversation, role: Role, now: Instant) {
    let old = conversation.current.messages
    for message in newer.current.messages {
      let index = message.number - 1
      if !old.indices.contains(index) || old[index] != message { blocks[message.number] = nil }
    }
    if newer.current.unanswered != conversation.current.unanswered
      || newer.current.customer != conversation.current.customer
    {
      blocks = [:]
    }
    conversation = newer
    standing = Standing(newer, role: role, now: now)
    proposed = OpenCase.proposals(in: newer)
  }

  /// The message that keys work on.
  package var messageAtHand: CaseMessage? {
    if let selected, let message = current.message(selected) { return message }
    return current.messages.last
  }

  /// What was read in the customer's messages, newest first, as values for a field.
  func proposals(for field: FieldName) -> [String] { proposed[field] ?? [] }

  /// Values a field is offered at once.
  private static let mostProposals = 9

  private static func proposals(in conversation: Conversation) -> [FieldName: [String]] {
    var found: [FieldName: [String]] = [:]
    for reading in conversation.readings.reversed() {
      for proposal in reading.customer?.proposals ?? [] {
        let known = found[proposal.field] ?? []
        guard known.count < mostProposals, !known.contains(proposal.value) else { continue }
        found[proposal.field] = known + [proposal.value]
      }
    }
    return found
  }

  /// A danger that the customer's words tell of, while nobody has said whether there is one.
  package var dangerSign: (kind: DangerKind, words: String)? {
    signOfDanger.map { ($0.kind, $0.message.text.words(in: $0.span)) }
  }

  /// Whether the danger is only asked about by somebody who is not angry, as in “充电会漏电么”: what to
  /// do about a danger is told to whoever is in it.
  var asksOnlyAboutDanger: Bool {
    guard let sign = signOfDanger, sign.message.heat ?? .calm < .angry else { return false }
    let words = sign.message.text.words(in: sign.span)
    guard let place = sign.message.text.firstRange(of: words) else { return false }
    let next = sign.message.text[place.upperBound...].drop { $0.isWhitespace }.first
    return next.map { OpenCase.questionEnds.contains($0) } ?? false
  }

  /// What makes a question of the word before it.
  private static let questionEnds: Set<Character> = ["么", "吗", "嗎", "麼"]

  private var signOfDanger: (kind: DangerKind, message: Workflow.Message, span: TextSpan)? {
    guard current.state != .closed, current.tellsOfDanger else { return nil }
    let first = current.sinceDangerSettled.first?.number ?? .max
    for reading in conversation.readings.reversed() {
      guard let sign = reading.customer?.danger, reading.message >= first,
        let message = current.message(reading.message), message.isFromCustomer
      else { continue }
      return (sign.kind, message, sign.span)
    }
    return nil
  }

  /// How the customer seems to go about things, while nobody has said anything about it.
  package var signs: [CustomerSign] {
    conversation.signs.filter { !dismissed.contains($0.subject) }
  }

  /// None of what is proposed about the customer is so.
  mutating func dismissSigns() { dismissed.formUnion(signs.map(\.subject)) }

  /// Where the customer's heat is going, by their latest messages; who is calm cools no further.
  package var direction: HeatDirection {
    let direction = HeatCourse(customerHeats(3)).direction
    return direction == .cooling && current.heat == .calm ? .steady : direction
  }

  /// The mood of the customer's latest message; nil before it was read.
  package var mood: Mood? { customerHeats(1).last?.mood }

  /// The readings of the customer's latest messages, oldest first, at most `limit`.
  private func customerHeats(_ limit: Int) -> [Heat] {
    var heats: [Heat] = []
    for reading in conversation.readings.reversed() where heats.count < limit {
      if let heat = reading.customer?.heat { heats.insert(heat, at: 0) }
    }
    return heats
  }

  /// The words behind the customer's heat in their newest hot message, the strongest first, at most
  /// `limit`. Words that only point at somebody are named where nothing else tells,
  /// and a lone “you” never is. Older words stand in only where the level rests on them: none of
  /// theirs tells why a newer message is as hot.
  package func heatWords(limit: Int) -> [String] {
    var words: [String] = []
    guard current.heat > .calm else { return words }
    for reading in conversation.readings.reversed() {
      guard let message = current.message(reading.message), message.isFromCustomer,
        let heat = message.heat, heat > .calm
      else { continue }
      let named = (reading.customer?.heat.signals ?? []).filter {
        $0.weight > 0 && $0.kind != HeatSignal.hint
      }
      .sorted { $0.weight > $1.weight }
      let telling = named.filter { $0.isTelling && $0.span.start < $0.span.end }
      for signal in telling.isEmpty ? named : telling {
        let text = message.text.words(in: signal.span)
        guard signal.isTelling || text.saysMoreThanWho else { continue }
        if !text.isEmpty, !words.contains(text) { words.append(text) }
        if words.count >= limit { return words }
      }
      if !words.isEmpty || heat >= current.heat { return words }
    }
    return words
  }
}

/// Which part of a conversation is seen.
package struct Scroll: Equatable, Sendable {
  /// The message at the bottom; nil to stay with the newest one.
  package internal(set) var bottom: Int?
  /// Lines of that message that lie below the edge.
  package internal(set) var hidden = 0

  package init() {}
}

extension String {
  /// The words of a stretch counted in Unicode scalars; empty when it lies outside.
  func words(in span: TextSpan) -> String {
    let scalars = unicodeScalars
    guard span.start >= 0, span.end > span.start,
      let start = scalars.index(
        scalars.startIndex, offsetBy: span.start, limitedBy: scalars.endIndex),
      let end = scalars.index(start, offsetBy: span.end - span.start, limitedBy: scalars.endIndex)
    else { return "" }
    return String(self[start..<end])
  }
}

extension String {
  /// Whether these words are more than one that only points, such as “you” or 你们: “you people” and
  /// “??” say what is wrong by themselves.
  fileprivate var saysMoreThanWho: Bool {
    let letters = unicodeScalars.count(where: \.properties.isAlphabetic)
    let isHan = unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    return letters == 0 || contains(" ") || (isHan && letters > 2)
  }
}
