package import Vocabulary

/// A phrase of the playbook in one language.
package struct Phrase: Hashable, Sendable {
  package var id: PhraseID
  /// Whose words they are.
  package var origin: PhraseOrigin
  package var kind: PhraseKind
  /// The stages it belongs to; empty for any.
  package var stages: [StepID]
  /// The channels it is worded for.
  package var channels: Set<Channel>
  /// What the agent does by sending it.
  package var acts: Set<SpeechAct>
  /// The heat it is worded for.
  package var heat: Set<HeatLevel>
  /// The behaviour it answers; empty for any.
  package var customers: Set<TagID>
  /// What it takes for granted that the customer told of, or the case proves: one of these at
  /// least; empty for nothing.
  package var about: Set<TopicID>
  /// What it does not go with: nobody says it to a customer who told of one of these.
  package var unless: Set<TopicID>
  /// What it asks for: it waits once one of these is on file.
  package var asks: Set<FieldName>
  /// The kinds of danger it is for; empty for any.
  package var dangers: Set<DangerKind>
  /// What the case must hold before it may be sent; nil for nothing.
  package var lock: PhraseLock?
  /// The remedies it speaks of; empty for none in particular.
  package var remedies: Set<RemedyID>
  /// The names in braces, as the catalogue declares them.
  package var variables: [String]
  package var rules: [String]
  /// The phrase it says the same as in other words; nil for none.
  package var like: PhraseID?
  package var text: String
  /// The language its words are in.
  package var language: LanguageTag

  package init(
    id: PhraseID, origin: PhraseOrigin = .playbook, kind: PhraseKind, stages: [StepID] = [],
    channels: Set<Channel> = Set(Channel.allCases), acts: Set<SpeechAct> = [],
    heat: Set<HeatLevel> = Set(HeatLevel.allCases), customers: Set<TagID> = [],
    about: Set<TopicID> = [], unless: Set<TopicID> = [], asks: Set<FieldName> = [],
    dangers: Set<DangerKind> = [], lock: PhraseLock? = nil, remedies: Set<RemedyID> = [],
    variables: [String] = [], rules: [String] = [], like: PhraseID? = nil,
    text: String, in language: LanguageTag = .en
  ) {
    self.id = id
    self.origin = origin
    self.kind = kind
    self.stages = stages
    self.channels = channels
    self.acts = acts
    self.heat = heat
    self.customers = customers
    self.about = about
    self.unless = unless
    self.asks = asks
    self.dangers = dangers
    self.lock = lock
    self.remedies = remedies
    self.variables = variables
    self.rules = rules
    self.like = like
    self.text = text
    self.language = language
  }

  /// What it shares with the phrases that say the same.
  var family: PhraseID { like ?? id }

  /// Whether it takes a while to read: about 25 words or 45 Chinese letters.
  package var isLong: Bool { text.utf8.count > 130 }

  /// What it is found by where it is somebody's own, such as `ship`; nil for the others.
  package var code: String? {
    origin == .playbook ? nil : String(id.rawValue.dropFirst(origin.rawValue.count + 1))
  }

  /// The words with each variable's value; a variable without one stays in its braces and the
  /// message cannot be sent.
  package func filled(_ values: [String: String]) -> String {
    Placeholders.fill(text, values, in: language)
  }
}
