import Vocabulary

/// What nobody says to somebody who was just told the same.
extension PhraseShelf {
  /// Whether the customer says that words are no use to them, or two replies of ours left them as
  /// angry as before.
  var isTiredOfWords: Bool {
    moment.topics.map { !$0.isDisjoint(with: PhraseShelf.tired) } ?? false
  }

  /// The topics of somebody who wants no more words.
  private static let tired: Set<TopicID> = ["unmoved", "sorry_refused"]

  /// Whether it gives the sympathy once more that our last words gave, or says again that we read it,
  /// while nothing new calls for it: a first step may do so by the way, and whoever asks hears that it
  /// is being looked at.
  func repeatsJustGiven(_ phrase: Phrase) -> Bool {
    guard phrase.origin == .playbook, !phrase.isFirstStep else { return false }
    let again = phrase.acts.intersection(moment.justGiven)
    if !again.isDisjoint(with: PhraseShelf.comfort) { return true }
    if isTiredOfWords, moment.hasAnswered,
      phrase.kind == .listening || !phrase.acts.isDisjoint(with: PhraseShelf.comfort)
    {
      return true
    }
    guard again.contains(.acknowledgement), moment.heat >= .uneasy else { return false }
    return !isAboutSeen(phrase) && !(moment.isAsked && !phrase.keepsThemTalking)
  }

  // MARK: - In danger

  /// Whether it keeps somebody in danger from what keeps them safe: an introduction, a say-back, a
  /// question about the matter, thanks, or sympathy. Once help is with them, how they are comes first.
  func distractsFromDanger(_ phrase: Phrase) -> Bool {
    guard (moment.danger ?? moment.dangerSign) != nil, phrase.origin == .playbook else {
      return false
    }
    if phrase.consoles { return !(isHelped && isAboutSeen(phrase)) }
    if phrase.kind == .publicAnswer { return phrase.variables.contains("agent") }
    if phrase.acts.contains(.thanks) || phrase.saysItBack { return true }
    return [.greeting, .listening, .question, .askView].contains(phrase.kind)
  }

  /// Whether somebody who helps is with the customer, or on the way.
  private var isHelped: Bool { moment.topics?.contains("help_there") == true }

  /// Whether it says once more who we are: after our first words only somebody new to the talk does.
  func introducesAgain(_ phrase: Phrase) -> Bool {
    guard moment.hasSpoken, phrase.variables.contains("agent"), let topics = moment.topics else {
      return false
    }
    return [.greeting, .publicAnswer].contains(phrase.kind)
      && topics.isDisjoint(with: PhraseShelf.newcomers)
  }

  /// The topics of a talk that somebody comes to anew.
  private static let newcomers: Set<TopicID> = ["taken_over", "returned"]

  // MARK: - Nothing has gone wrong

  /// Whether it speaks of money back or another remedy to whoever praises us or only asks something,
  /// while none is on the table.
  func namesRemedyForNothing(_ phrase: Phrase) -> Bool {
    guard phrase.lock == .remedyFiled || !phrase.remedies.isEmpty, moment.remedies.isEmpty,
      moment.offered.isEmpty, !moment.unlocked.contains(.remedyFiled)
    else { return false }
    return moment.isPlainQuestion
      || moment.heat == .calm && moment.topics?.contains("praise") == true
  }
}

extension PhraseMoment {
  /// Whether the customer thanks us because it works, or for what we did: what is left is to close.
  var isSolved: Bool {
    guard let topics, topics.contains("thanked") else { return false }
    return !topics.isDisjoint(with: ["fixed", "praise"])
  }
}
