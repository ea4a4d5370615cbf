import Workflow

extension YAMLReader {
  /// A length of time such as `10m`, `3d`, `4 working hours`, `15 working days` or `same day`.
  func clockLength() -> ClockLength? {
    guard case .scalar(let text, _) = node.content, let length = ClockLength(text) else {
      let written =
        if case .scalar(let text, _) = node.content, !node.isEmpty { "“\(text)”" } else {
          node.shape
        }
      report(
        "wants a time such as 90s, 10m, 2h, 3d, 4 working hours or 15 working days in “\(key)”,"
          + " not \(written).")
      return nil
    }
    return length
  }
}

extension ClockLength {
  /// A length as playbooks write it; nil for anything else, and for more than a person waits.
  init?(_ text: String) {
    if let plain = Duration(short: text) {
      self = .seconds(plain.components.seconds)
      return
    }
    if text == "same day" {
      self = .sameDay
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 3, words[1] == "working", words[0].utf8.allSatisfy({ 48...57 ~= $0 }),
      let count = Int(words[0]), (1...1_000).contains(count)
    else { return nil }
    switch words[2] {
    case "hour", "hours": self = .workingHours(count)
    case "day", "days": self = .workingDays(count)
    default: return nil
    }
  }
}
