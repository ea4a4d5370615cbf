import Vocabulary

extension QueueGlance {
  /// The glance as it would be now: a console hears of every change on the floor, and mostly of one
  /// case, for which it need not read all it shows of the queue.
  ///
  /// - Parameters:
  ///   - news: everything that changed since the glance was taken; what it tells of already may be
  ///     told again.
  ///   - look: what the glance was taken by.
  /// - Returns: nil where only the store knows what has come into view: a row has gone from a list
  ///   behind whose end others stand, or a page does not start at a fixed place.
  package func taking(_ news: DeskNews, by look: QueueLook) -> QueueGlance? {
    guard pages.count == look.pages.count else { return nil }
    let changed = Set(news.feed.map(\.ref))
    var glance = self
    for (index, page) in look.pages.enumerated() {
      guard
        let rows = pages[index].taking(
          news.rows.filter(page.holds), insteadOf: changed, limit: page.limit),
        page.hasFixedStart
      else { return nil }
      glance.pages[index] = rows
    }
    let offered = news.rows.filter { news.offered.contains($0.ref) }
    guard let offers = offers.taking(offered, insteadOf: changed, limit: look.limit) else {
      return nil
    }
    glance.offers = offers
    glance.counts = news.counts
    return glance
  }
}

extension [QueueRow] {
  /// The start of a list, in queue order, after some of its rows have changed.
  ///
  /// - Parameters:
  ///   - rows: the changed ones that belong to the list.
  ///   - changed: all that have changed.
  ///   - limit: how many are shown at most.
  /// - Returns: nil where a row is to be shown that is not known.
  fileprivate func taking(
    _ rows: [QueueRow], insteadOf changed: Set<CaseRef>, limit: Int
  ) -> [QueueRow]? {
    // Of a full list nothing is known behind its last row.
    let isFull = count >= limit
    let end = isFull ? last?.key : nil
    var kept = filter { !changed.contains($0.ref) }
    let come = rows.filter { row in end.map { row.key <= $0 } ?? !isFull }
    guard !come.isEmpty || kept.count < count else { return self }
    kept = (kept + come).sorted { $0.key < $1.key }
    guard !isFull || kept.count >= limit else { return nil }
    return Array(kept.prefix(Swift.max(0, limit)))
  }
}

extension QueuePage {
  /// Whether it starts at the same place whatever happens, and goes down from there.
  fileprivate var hasFixedStart: Bool {
    switch start {
    case .first, .from: true
    case .last, .after, .before: false
    }
  }

  /// Whether a row stands on it or behind its end.
  fileprivate func holds(_ row: QueueRow) -> Bool {
    if case .from(let key) = start, row.key < key { return false }
    return filter.includes(row)
  }
}
