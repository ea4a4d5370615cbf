package import Vocabulary
package import Workflow

/// What a case shows by itself, where no words of the customer's would tell it.
package enum TopicProof: Equatable, Sendable {
  /// The customer has waited so many seconds for our first word.
  case firstWait(atLeast: Int64)
  /// We have said nothing for so many seconds, and the customer wrote since.
  case silence(atLeast: Int64)
  /// The customer has said nothing for so many seconds since our last word.
  case quiet(atLeast: Int64)
  /// The customer has said a word or two at most, and the problem is not on file.
  case littleSaid
  /// The customer seems to have more to say: a short message in all that asks nothing, or a last
  /// one that breaks off.
  case stillTelling
  /// Our last words stand unanswered, and were more than a greeting: whatever they were read as, the
  /// customer knows that somebody is there, and hears neither “go on” nor “let me check” again.
  case takenUp
  /// The customer calmly answered what we asked with something of use, and asks nothing: that is
  /// thanked for and worked with, not asked about once more.
  case toldMore
  /// The customer will wait for what we said.
  case willWait
  /// The customer answered us with thanks or a yes, and calmly.
  case thanked
  /// Two replies of ours left the customer as angry as they were: what helps now is what is done.
  case unmoved
  /// Both sides have spoken on the telephone within the last minutes.
  case inCall
  /// The customer's identity was checked.
  case identified
  /// We have said how far the matter is twice or more, an hour apart: in one talk it is one word.
  case toldTwice
  /// A promise of ours still runs.
  case promiseRuns
  /// Somebody else on our side spoke last, and the handler has not spoken yet.
  case takenOver
  /// The customer was here before, and we have not spoken since they came back.
  case returned
  /// The customer has just put us right.
  case corrected
  /// The customer turned an offer down.
  case turnedDown
  /// A remedy was approved, and the customer has not heard it yet (S1-6).
  case approved
  /// A remedy was not approved, and the customer has not heard it yet.
  case notApproved

  /// The desk tells all who write about the same what is known; it is in no single case, so that whoever
  /// picks phrases adds ``announcedTopic``.
  case announced

  /// The topic of that proof.
  package static let announcedTopic: TopicID = "announced"

  /// The names in files.
  enum Term: String, CaseIterable {
    case firstWait = "first_wait"
    case silence, quiet, returned, corrected, identified
    case littleSaid = "little_said"
    case stillTelling = "still_telling"
    case takenUp = "taken_up"
    case toldMore = "told_more"
    case willWait = "will_wait"
    case thanked, unmoved
    case inCall = "in_call"
    case toldTwice = "told_twice"
    case promiseRuns = "promise_runs"
    case takenOver = "taken_over"
    case turnedDown = "turned_down"
    case approved, announced
    case notApproved = "not_approved"

    /// Whether it wants a length of time.
    var isMeasured: Bool { [.firstWait, .silence, .quiet].contains(self) }
  }

  /// Bytes that “Hello?” or “anyone there” take, in any language; more tells of something.
  private static let little = 18
  /// Bytes of a story hardly begun: a short sentence in Chinese, a dozen words in English.
  fileprivate static let begun = 40
  /// Seconds after which a call is no longer the same one.
  private static let call: Int64 = 600
  /// What leaves something to settle before anybody is thanked for their answer.
  fileprivate static let unsettling: Set<CustomerMove> = [
    .question, .correction, .rejection, .asksForSuperior, .withdrawal, .threat, .danger, .abuse,
  ]
  /// How a message ends whose writer goes on.
  fileprivate static let openEnds: Set<Character> = [",", "，", "、", "…", ":", "：", "—", "~", "～"]

  /// Whether a case proves it now.
  package func holds(in current: Case, now: Instant) -> Bool {
    let ours = current.messages.last { $0.reachesCustomer }
    switch self {
    case .firstWait(let least):
      guard ours == nil, let first = current.messages.first(where: { $0.isFromCustomer })
      else { return false }
      return now.seconds(since: first.at) >= least
    case .silence(let least):
      guard let ours, let asked = current.lastCustomerMessage, asked.number > ours.number
      else { return false }
      return now.seconds(since: ours.at) >= least
    case .quiet(let least):
      guard let ours, (current.lastCustomerMessage?.number ?? 0) < ours.number else { return false }
      return now.seconds(since: ours.at) >= least
    case .littleSaid:
      let said = current.messages.lazy.filter { $0.isFromCustomer }
      return current.fields[.problem] == nil
        && said.reduce(0) { $0 + $1.text.utf8.count } <= TopicProof.little
    case .stillTelling: return current.seemsToGoOn
    case .takenUp:
      guard let ours, (current.lastCustomerMessage?.number ?? 0) < ours.number else { return false }
      return ours.acts != [.greeting]
    case .toldMore:
      return current.answerToOurs.map { current.takesUpQuestion($0) } ?? false
    case .willWait:
      guard let answer = current.answerToOurs, !current.takesUpQuestion(answer) else {
        return false
      }
      // Thanks alone say yes to a promise only where nothing else was asked.
      let isYes =
        answer.moves.contains(.acceptance)
        || answer.moves.contains(.thanks) && !current.oursAsk
      return answer.heat ?? current.heat < .angry
        && answer.moves.isDisjoint(with: TopicProof.unsettling.union([.adds]))
        && isYes && answer.text.isShortWord && current.promisesOnTheTable
    case .thanked:
      guard let answer = current.answerToOurs else { return false }
      return answer.heat ?? .calm == .calm
        && answer.moves.isDisjoint(with: TopicProof.unsettling.union([.adds]))
        && !answer.moves.isDisjoint(with: [.acceptance, .thanks])
    case .unmoved:
      guard let answer = current.answerToOurs, current.repliesBefore(answer) > 1 else {
        return false
      }
      return answer.heat ?? current.heat >= .angry
        && answer.moves.isDisjoint(with: [.acceptance, .thanks])
    case .inCall:
      guard current.channel == .phone, ours?.isHistory == false,
        let heard = current.lastCustomerMessage
      else { return false }
      return now.seconds(since: heard.at) < TopicProof.call
    case .identified: return current.identified
    case .toldTwice:
      let told = current.messages.filter { $0.reachesCustomer && $0.acts.contains(.progress) }
      guard let first = told.first, let last = told.last else { return false }
      return last.at.seconds(since: first.at) >= 3_600
    case .promiseRuns: return current.commitments.contains { $0.state == .open }
    case .takenOver: return ours.map { $0.by != current.handler } ?? false
    case .returned:
      return (current.returns > 0 || current.earlier != nil) && !current.hasSpokenSinceReturn
    case .corrected:
      guard let ours, let said = current.lastCustomerMessage else { return false }
      return said.number > ours.number && said.moves.contains(.correction)
    case .announced: return false
    case .approved: return current.untoldAnswer == true
    case .notApproved: return current.untoldAnswer == false
    case .turnedDown:
      if current.plans.contains(where: { $0.answer?.accepted == false }) { return true }
      return current.plan != nil
        && current.lastCustomerMessage?.moves.contains(.rejection) == true
    }
  }
}

extension Case {
  /// What the customer wrote last in answer to words of ours that were more than a greeting.
  package var answerToOurs: Message? {
    guard let ours = messages.last(where: { $0.reachesCustomer }), !ours.isHistory,
      ours.acts != [.greeting], let said = lastCustomerMessage, said.number > ours.number
    else { return nil }
    return said
  }

  /// Whether our last words asked something, by what they were read as or by their mark.
  fileprivate var oursAsk: Bool {
    guard let ours = messages.last(where: { $0.reachesCustomer }) else { return false }
    return !ours.acts.isDisjoint(with: [.question, .askView, .paraphrase, .readBack])
      || ours.text.contains { $0 == "?" || $0 == "？" }
  }

  /// Whether an answer calmly tells something new that our last words asked for: “it's still not
  /// working” is no gift, “thank you” alone no answer, and “I know that” none either.
  fileprivate func takesUpQuestion(_ answer: Message) -> Bool {
    guard oursAsk, answer.heat ?? .calm == .calm,
      answer.moves.isDisjoint(with: TopicProof.unsettling)
    else { return false }
    let isCivil = answer.moves.isDisjoint(with: [.acceptance, .thanks])
    return answer.text.contains { $0.isASCII && $0.isNumber } || answer.moves.contains(.adds)
      || answer.text.wordsOfAnyScript >= (isCivil ? 4 : 10)
  }

  /// How many messages of ours the customer had read before they wrote one, greetings aside.
  fileprivate func repliesBefore(_ message: Message) -> Int {
    messages.count {
      $0.reachesCustomer && !$0.isHistory && $0.acts != [.greeting] && $0.number < message.number
    }
  }

  /// Whether our last words said what comes next.
  fileprivate var promisesOnTheTable: Bool {
    messages.last { $0.reachesCustomer }?.acts.contains(.promise) ?? false
  }

  /// How a remedy that was asked for was decided, while the customer has not heard it.
  fileprivate var untoldAnswer: Bool? {
    guard let request = untoldDecision, case .remedy = request.subject else { return nil }
    return request.decision?.approved
  }

  /// Whether the customer has hardly begun, or broke off, and it is our turn: then “go on” is the
  /// word, and to nobody who has told it all, asked something, or wants somebody higher.
  fileprivate var seemsToGoOn: Bool {
    let said = messages.filter(\.isFromCustomer)
    let isWaitedFor =
      !openQuestions.isEmpty
      || said.contains { !$0.moves.isDisjoint(with: [.asksForSuperior, .question]) }
    let ours = messages.last { $0.reachesCustomer }?.number ?? 0
    guard !isWaitedFor, fields[.problem]?.value == nil, said.last?.number ?? ours >= ours
    else { return false }
    if let end = said.last?.text.last(where: { !$0.isWhitespace }),
      TopicProof.openEnds.contains(end)
    {
      return true
    }
    return said.reduce(0) { $0 + $1.text.utf8.count } <= TopicProof.begun
  }
}

extension String {
  /// Words, a Chinese one counted as two letters.
  fileprivate var wordsOfAnyScript: Int {
    var (han, words, isInWord) = (0, 0, false)
    for scalar in unicodeScalars {
      let isHan = (0x3400...0x9FFF).contains(scalar.value)
      let isLetter = !isHan && (scalar.properties.isAlphabetic || scalar == "'" || scalar == "’")
      if isHan { han += 1 }
      if isLetter, !isInWord { words += 1 }
      isInWord = isLetter
    }
    return words + han / 2
  }

  /// Whether it is hardly more than a yes: whoever writes more has told something that is no yes.
  fileprivate var isShortWord: Bool { wordsOfAnyScript <= 16 }
}
