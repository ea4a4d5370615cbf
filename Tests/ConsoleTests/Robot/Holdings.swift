import Console

/// How much a console holds on to, counted by looking into it.
///
/// Looks wherever the model keeps things between keys, so that a collection added later is counted
/// as well; what never changes during a sitting is left out.
enum Holdings {
  /// The largest collection at each place that is looked into, by its path.
  static func of(_ model: Model) -> [String: Int] {
    var found: [String: Int] = [:]
    for child in Mirror(reflecting: model).children {
      guard let name = child.label, !settled.contains(name) else { continue }
      count(child.value, name, depth: 0, &found)
    }
    return found
  }

  private static func count(
    _ value: Any, _ path: String, depth: Int, _ found: inout [String: Int]
  ) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection, .dictionary, .set:
      found[path] = max(found[path] ?? 0, mirror.children.count)
      guard depth < 2 else { return }
      for child in mirror.children { count(child.value, path + "[]", depth: depth + 1, &found) }
    case .optional:
      for child in mirror.children { count(child.value, path, depth: depth, &found) }
    case .struct, .tuple:
      guard depth < 3, !settled.contains(path) else { return }
      for child in mirror.children {
        count(child.value, path + "." + (child.label ?? ""), depth: depth + 1, &found)
      }
    default: break
    }
  }

  /// What belongs to the desk or the playbook and is held in one copy only, and pictures of panes,
  /// which are as large as the screen.
  private static let settled: Set<String> = [
    "content", "sitting", "phrases", "open.conversation", "phrases[].value",
    "kept.title", "kept.queue", "kept.sidebar", "kept.conversation",
  ]
}
