import Vocabulary

/// Keeps figures of a handful of people from being figures of somebody (domain F).
struct SmallGroups {
  /// Groups of fewer people than this are not shown.
  static let fewest = 5

  /// Who looks: one's own figures are one's own.
  let viewer: PersonID

  /// Whether figures on how these people work may be shown.
  func mayShow(_ people: Set<PersonID>) -> Bool {
    people.count >= SmallGroups.fewest || people.isSubset(of: [viewer])
  }

  /// The groups whose figures must not stand by themselves.
  ///
  /// Where those of too few people together are still too few, the next smallest goes with them:
  /// else what is held back could be had by taking what is shown from the whole.
  ///
  /// - Parameter groups: the people behind each.
  /// - Returns: positions in `groups`.
  func small(_ groups: [Set<PersonID>]) -> Set<Int> {
    var small = Set(groups.indices.filter { !mayShow(groups[$0]) })
    guard !small.isEmpty else { return [] }
    var people = small.reduce(into: Set<PersonID>()) { $0.formUnion(groups[$1]) }
    let others = groups.indices.filter { !small.contains($0) && !groups[$0].isEmpty }
      .sorted { (groups[$0].count, $0) < (groups[$1].count, $1) }
    for index in others where people.count < SmallGroups.fewest {
      small.insert(index)
      people.formUnion(groups[index])
    }
    return small
  }
}
