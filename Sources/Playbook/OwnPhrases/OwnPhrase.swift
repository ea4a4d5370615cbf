package import Vocabulary

/// A phrase in somebody's own words, as its file has it.
package struct OwnPhrase: Hashable, Sendable {
  /// What it is called and found by, such as `ship`; see ``isCode(_:)``.
  package var code: String
  /// What it is for; nil leaves it to what its words do.
  package var kind: PhraseKind?
  /// The stages it belongs to; empty for any.
  package var stages: [StepID]
  /// The channels it is worded for; empty for any.
  package var channels: Set<Channel>
  /// The language it is written in.
  package var language: LanguageTag
  /// The words, with variables in braces.
  package var text: String

  package init(
    code: String, kind: PhraseKind? = nil, stages: [StepID] = [], channels: Set<Channel> = [],
    language: LanguageTag, text: String
  ) {
    self.code = code
    self.kind = kind
    self.stages = stages
    self.channels = channels
    self.language = language
    self.text = text
  }

  /// Characters a short code may have.
  package static let longestCode = 24

  /// Whether something can be a short code: letters and digits of any script, with `-`, `_` and
  /// `.` between them.
  package static func isCode(_ code: String) -> Bool {
    guard let first = code.first, first.isLetter || first.isNumber, code.count <= longestCode
    else { return false }
    return code.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  /// The phrase as it is picked from.
  ///
  /// - Parameters:
  ///   - origin: whose it is.
  ///   - acts: what its words do, as they were read. Nobody says so by hand: gates rest on it.
  /// - Returns: a phrase like any other.
  func phrase(of origin: PhraseOrigin, acts: Set<SpeechAct>) -> Phrase {
    let kind = kind ?? PhraseKind(likelyFor: acts)
    return Phrase(
      id: PhraseID("\(origin.rawValue):\(code)"), origin: origin, kind: kind, stages: stages,
      channels: channels.isEmpty ? Set(Channel.allCases) : channels, acts: acts,
      lock: PhraseLock(on: kind, acts), variables: Placeholders.names(in: text), text: text,
      in: language)
  }
}

/// A change to the phrases of one's own.
package enum OwnPhraseChange: Hashable, Sendable {
  case keep(OwnPhrase)
  case forget(code: String, LanguageTag)

  /// The language whose phrases change.
  package var language: LanguageTag {
    switch self {
    case .keep(let phrase): phrase.language
    case .forget(_, let language): language
    }
  }
}

extension PhraseKind {
  /// What words with these acts are probably for; the acts that weigh most decide.
  package init(likelyFor acts: Set<SpeechAct>) {
    let order: [(SpeechAct, PhraseKind)] = [
      (.safety, .danger), (.boundary, .boundary), (.ownsPromise, .brokenPromise), (.refusal, .no),
      (.responsibility, .responsibility), (.handUp, .handUp), (.offer, .offer),
      (.paraphrase, .sayBack), (.readBack, .readBack), (.askView, .askView),
      (.followUp, .callBack), (.progress, .progress), (.regret, .regret), (.empathy, .empathy),
      (.question, .question), (.acknowledgement, .listening), (.closing, .closing),
      (.greeting, .greeting), (.thanks, .thanks), (.promise, .progress),
    ]
    self = order.first { acts.contains($0.0) }?.1 ?? .explain
  }
}

extension PhraseLock {
  /// What a case must hold before words of one's own may be said, as for the shipped ones; nil for
  /// nothing.
  fileprivate init?(on kind: PhraseKind, _ acts: Set<SpeechAct>) {
    if kind == .responsibility || acts.contains(.responsibility) {
      self = .findingOurs
    } else if kind == .no || acts.contains(.refusal) {
      self = .signedOff
    } else if kind == .grant {
      self = .remedyFiled
    } else if kind == .brokenPromise {
      self = .brokenPromise
    } else {
      return nil
    }
  }
}
