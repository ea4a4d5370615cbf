package import Vocabulary

/// How long a desk keeps what was read in people's words (domain F). The cases themselves, and the
/// register made of them, stay as long as the law asks.
package struct Retention: Equatable, Sendable {
  /// Days for which a reading is kept: its score, the places in the words, what a draft was found to
  /// be.
  package var days: Int64

  package init(days: Int64 = 90) { self.days = days }

  /// What is older goes. It moves at midnight (UTC), so that a desk is tidied once a day.
  ///
  /// - Parameter now: the time.
  /// - Returns: the beginning of a day.
  package func limit(at now: Instant) -> Instant {
    let kept = now.adding(seconds: -days * Retention.day).milliseconds
    let length = Retention.day * 1_000
    return Instant(milliseconds: kept - ((kept % length) + length) % length)
  }

  /// Seconds of a day.
  static let day: Int64 = 86_400
}

extension Retention {
  /// How long things are kept, as a file says it.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("readings")
    guard let field = map.required("readings"), let seconds = field.duration() else { return nil }
    guard seconds > 0, seconds % Retention.day == 0 else {
      field.report("keeps readings for whole days, one at least; write 90d, say.")
      return nil
    }
    self.init(days: seconds / Retention.day)
  }
}

extension Playbook {
  /// How long things are kept; 90 days where no layer says so.
  package var retention: Retention {
    let found = retentionParts.value(.whole) {
      first("authority/retention.yaml", as: "the file", mustExist: false) { Retention($0) }
    }
    return found.value ?? Retention()
  }
}
