package import Foundation
package import Vocabulary
package import Workflow

/// How far a case is, said to the customer in their language (S2-30): the number to ask with, who has
/// it, what happens next and by when. Nothing that was not told to them, and nothing of the inside.
package struct CaseStatusWords: Sendable {
  private let texts: Texts
  private let timeZone: TimeZone

  /// - Parameters:
  ///   - texts: the interface, in any language; it holds these sentences in each.
  ///   - timeZone: in which times are told.
  package init(_ texts: Texts, timeZone: TimeZone = .current) {
    self.texts = texts
    self.timeZone = timeZone
  }

  /// The text, to be read out or sent.
  ///
  /// - Parameters:
  ///   - current: the case.
  ///   - handler: what whoever has the case is called; nil where nobody has it.
  ///   - now: the time it is told.
  /// - Returns: two to four sentences.
  package func text(of current: Case, handler: String?, now: Instant) -> String {
    let language = current.language
    let time = TimeWords(language, timeZone: timeZone)
    func sentence(_ key: String, _ values: [String: String] = [:]) -> String {
      Placeholders.fill(texts["status_text.\(key).\(language.rawValue)"], values, in: language)
    }
    var sentences = [sentence("number", ["ref": current.ref.rawValue])]
    let promises = current.commitments.filter { $0.state == .open }.sorted { $0.due < $1.due }
    if let closed = current.closed, promises.isEmpty {
      sentences.append(sentence("closed", ["date": time.date(closed.at, now: now)]))
      return join(sentences, in: language)
    }
    if let handler { sentences.append(sentence("handler", ["person": handler])) }
    if let next = promises.first {
      let key = next.due > now ? "promise" : "overdue"
      sentences.append(
        sentence(key, ["what": next.what, "due": time.point(next.due, now: now)]))
    } else if let above = current.escalation, !above.isAnswered, above.due > now {
      sentences.append(sentence("decision", ["due": time.point(above.due, now: now)]))
    } else if current.state == .waiting {
      sentences.append(sentence("waiting"))
    } else {
      sentences.append(sentence("working"))
    }
    return join(sentences, in: language)
  }

  private func join(_ sentences: [String], in language: LanguageTag) -> String {
    sentences.joined(separator: language == .en ? " " : "")
  }
}
