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
}
