import Vocabulary
import Workflow

extension Story {
  /// A complaint that came in by chat and was heard, understood and looked into: the case stands
  /// at "solve" and nothing waits for a reply.
  static func atSolve(on channel: Channel = .chat) throws -> Story {
    var story = try Story(on: channel)
    try story.hears("My kettle came without a lid and nobody answers.", heat: .angry)
    try story.tells(
      "I'm sorry, that kettle is no use without its lid. You ordered it last week, the lid was "
        + "missing, and two mails went unanswered: is that right?",
      [.regret, .acknowledgement, .paraphrase])
    try story.hears("Yes, exactly.", [.acceptance])
    try story.fills([
      .problem: "Lid missing", .demand: "A lid", .customer: "Ms Hart", .order: "K-778",
    ])
    try story.act(.advance(to: nil))
    try story.act(.advance(to: nil))
    try story.tells(
      "So: order K-778, a kettle, the lid missing. How would you like this settled?",
      [.readBack, .askView, .question])
    try story.hears("Right. Just send me one that is whole.", [.acceptance])
    try story.act(.advance(to: nil))
    return story
  }

  /// An accepted plan, at "follow up"; nothing waits for a reply.
  static func atFollowUp(on channel: Channel = .chat) throws -> Story {
    var story = try atSolve(on: channel)
    let due = story.inHours(48)
    try story.act(
      .offer(options: [.exchange(due: due), .refund(89, due: due)], onlyOneBecause: nil))
    try story.tells("A new kettle by Thursday, or 89 yuan back: which suits you?", [.offer])
    try story.hears("The new kettle, please.", [.acceptance])
    try story.act(.answer(accepted: true, option: 0, words: "The new kettle", plan: nil))
    try story.act(.advance(to: nil))
    return story
  }

  /// What closing asks of every case: severity set, everything answered, a look back arranged.
  mutating func readyToClose(severity: Int = 1) throws {
    try act(.classify(Classification(severity: severity)))
    try act(.arrangeFollowUp(due: nil, channel: nil))
    if !current.unanswered.isEmpty { try tells("Here is how far it is.", [.progress]) }
  }

  /// Mei writes, or on the phone says, something that does `acts`.
  @discardableResult
  mutating func tells(_ text: String, _ acts: Set<SpeechAct>) throws(Refusal) -> [CaseEvent] {
    let draft = Draft(text: text)
    return try act(
      current.channel == .phone ? .say(draft) : .send(draft), agent: .read(acts))
  }
}
