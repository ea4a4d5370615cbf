/// What was judged against what was read: how often each reading met each judgement.
package struct ConfusionTable: Equatable, Sendable {
  /// The judgements, in the order of the rows.
  package private(set) var judged: [String]
  /// The readings, in the order of the columns.
  package private(set) var read: [String]
  /// For each judgement, how often each reading met it.
  package private(set) var counts: [[Int]]

  /// An empty table with the rows and columns it will have.
  package init(judged: [String], read: [String]) {
    self.judged = judged
    self.read = read
    counts = judged.map { _ in read.map { _ in 0 } }
  }

  /// Counts one text. A judgement that has no row gets one; a reading must be one of the columns.
  package mutating func count(judged: String, read: String) {
    guard let column = self.read.firstIndex(of: read) else { return }
    let row = self.judged.firstIndex(of: judged) ?? self.judged.count
    if row == self.judged.count {
      self.judged.append(judged)
      counts.append(self.read.map { _ in 0 })
    }
    counts[row][column] += 1
  }
}

/// How many were found, missed and found wrongly.
package struct Detection: Equatable, Codable, Sendable {
  /// Found and there.
  package var hits = 0
  /// There and not found.
  package var misses = 0
  /// Found and not there.
  package var falseAlarms = 0

  package init(hits: Int = 0, misses: Int = 0, falseAlarms: Int = 0) {
    self.hits = hits
    self.misses = misses
    self.falseAlarms = falseAlarms
  }

  /// Counts one text.
  package mutating func count(isThere: Bool, isFound: Bool) {
    switch (isThere, isFound) {
    case (true, true): hits += 1
    case (true, false): misses += 1
    case (false, true): falseAlarms += 1
    case (false, false): break
    }
  }

  /// The share of what was found that is there; nil when nothing was found.
  package var precision: Double? {
    hits + falseAlarms > 0 ? Double(hits) / Double(hits + falseAlarms) : nil
  }

  /// The share of what is there that was found; nil when nothing is there.
  package var recall: Double? {
    hits + misses > 0 ? Double(hits) / Double(hits + misses) : nil
  }
}
