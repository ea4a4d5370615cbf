/// What a customer has just met with, and answers to.
package enum Reaction: String, CaseIterable, Hashable, Sendable {
  /// Nobody said anything for a while.
  case ignored
  /// We argued, or said no to their face.
  case argued
  /// They were told to calm down.
  case toldToCalm = "told_to_calm"
  /// Their feeling was waved away, or met with a set phrase.
  case dismissed
  /// They were blamed, doubted or insulted.
  case blamed
  /// The work was passed back to them.
  case passedBack = "passed_back"
  /// A promise had no time.
  case brushedOff = "brushed_off"
  /// They were acknowledged, or their feeling was.
  case heard
  case apologised
  /// The problem was said back, and right.
  case saidBack = "said_back"
  /// The problem was said back wrong.
  case misunderstood
  /// They were asked how they would like it.
  case view
  /// What was offered has no time.
  case asksWhen = "asks_when"
  /// Something good was offered while they are too upset to look at it.
  case notYet = "not_yet"
  /// What was offered is not what they need.
  case notThat = "not_that"
  /// What they asked for was granted in one message.
  case granted
  /// Their question was answered.
  case answered
  /// Something was promised for a time.
  case promised
  case refused
  /// Somebody higher was announced.
  case handedUp = "handed_up"
  /// A reason was given.
  case explained
  /// They were asked whether it worked.
  case followedUp = "followed_up"
  /// We said goodbye, once all was settled.
  case goodbye
  /// Nothing could be made of our words.
  case puzzled
  /// They boil over.
  case boils
  /// They have had enough and go.
  case leaves

  /// What hurts, the worst first.
  package static let hurts: [Reaction] = [
    .blamed, .toldToCalm, .dismissed, .argued, .passedBack, .brushedOff, .refused,
  ]

  /// What a scenario must have words of its own for.
  package static let own: Set<Reaction> = [.ignored, .heard, .apologised, .saidBack, .view]
  /// What a scenario may leave out altogether.
  package static let optional: Set<Reaction> = [.granted, .answered]
}

/// What a question asks for.
package enum QuestionTopic: String, CaseIterable, Hashable, Sendable {
  case order, phone, when, identity, story, cost, photo
  /// Whether there is anything else.
  case more
  /// Anything that is none of these.
  case other
}
