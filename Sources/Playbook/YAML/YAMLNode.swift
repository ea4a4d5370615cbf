/// A value of a YAML file with the line it stands on.
struct YAMLNode: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    /// A text; `plain` when it stands without quotes.
    case scalar(String, plain: Bool)
    case list([YAMLNode])
    case map([YAMLEntry])
  }

  var content: Content
  /// From 1.
  var line: Int

  /// Whether nothing was written: an empty value, `~` or `null` without quotes.
  var isEmpty: Bool {
    guard case .scalar(let text, plain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// What the value is, in a word for problems.
  var shape: String {
    switch content {
    case _ where isEmpty: "nothing"
    case .scalar: "a text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}

/// A key of a YAML map and what it stands for.
struct YAMLEntry: Equatable, Sendable {
  var key: String
  /// Where the key stands, from 1.
  var line: Int
  var value: YAMLNode
}
