import Yams

extension YAMLNode {
  /// Values one file may hold: aliases that unfold without end stop here.
  static let mostValues = 500_000

  /// The value `text` holds, or nil when it holds none; what is wrong goes to `problems`.
  ///
  /// Words are kept as they stand: `no` is a text, not false, until somebody asks for a yes or no.
  static func parse(_ text: String, into problems: ProblemList) -> YAMLNode? {
    do {
      guard let node = try Yams.compose(yaml: text, .basic) else {
        problems.add(nil, "The file is empty.")
        return nil
      }
      var left = mostValues
      guard let value = YAMLNode(node, left: &left) else {
        problems.add(
          nil, left <= 0 ? "The file holds more than \(mostValues) values." : tooOdd)
        return nil
      }
      return value.isEmpty ? YAMLNode.nothing(into: problems) : value
    } catch let error as YamlError {
      problems.add(error)
    } catch {
      problems.add(nil, "The file cannot be read as YAML.")
    }
    return nil
  }

  private static let tooOdd = "A key of the file is not a text."

  private static func nothing(into problems: ProblemList) -> YAMLNode? {
    problems.add(nil, "The file is empty.")
    return nil
  }

  /// The value of a Yams node; nil when a key is no text or `left` is used up.
  private init?(_ node: Node, left: inout Int) {
    left -= 1
    guard left > 0 else { return nil }
    line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string, plain: scalar.style == .plain || scalar.style == .any)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence {
        guard let value = YAMLNode(item, left: &left) else { return nil }
        items.append(value)
      }
      content = .list(items)
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      entries.reserveCapacity(mapping.count)
      for (key, item) in mapping {
        guard case .scalar(let name) = key, let value = YAMLNode(item, left: &left) else {
          return nil
        }
        entries.append(YAMLEntry(key: name.string, line: key.mark?.line ?? line, value: value))
      }
      content = .map(entries)
    case .alias:
      return nil
    }
  }
}

extension ProblemList {
  /// Says what Yams could not read, and where.
  fileprivate func add(_ error: YamlError) {
    switch error {
    case .scanner(_, let what, let mark, _), .parser(_, let what, let mark, _),
      .composer(_, let what, let mark, _):
      add(mark.line, "The YAML breaks off here: \(what).")
    case .reader(let what, _, _, _):
      add(nil, "The file cannot be read as text: \(what).")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "“\($0)”" }.joined(separator: ", ")
      add(context.mark.line, "The key \(names) stands twice in one map; keep one.")
    default:
      add(nil, "The file cannot be read as YAML.")
    }
  }
}
