import Vocabulary

/// How well what may hurt in agents' words is found: sentences found and left alone, and by kind.
package struct ToneEvaluation: Equatable, Sendable {
  package var count = 0
  /// Sentences with anything that hurts, whatever its kind.
  package var sentences = Detection()
  /// By kind, in the order of their names.
  package var kinds: [String: Detection] = [:]

  /// Reads the texts judged for tone; the others are left out.
  package init(of texts: [JudgedText], lexicon: Lexicon) {
    let reader = Reader(lexicon: lexicon)
    for text in texts {
      guard case .findings(let judged) = text.judgement else { continue }
      count += 1
      let found = Set(reader.agent(text.text, language: text.language).findings.map(\.kind))
      sentences.count(isThere: !judged.isEmpty, isFound: !found.isEmpty)
      for kind in judged.union(found) {
        kinds[kind, default: Detection()].count(
          isThere: judged.contains(kind), isFound: found.contains(kind))
      }
    }
  }
}
