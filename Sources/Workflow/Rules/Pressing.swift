package import Vocabulary

/// What cannot wait, and how much sooner it is due.
package struct Pressing: Equatable, Sendable {
  /// Per cent of the usual time that is left for our first word, our answer and the solution while
  /// something fails in service (S0-8); 1 to 100.
  package var inService: Int
  /// The same for a sudden incident (S0-5).
  package var incident: Int
  /// The least severity of a sudden incident (S0-5); nil for whatever it is judged to be.
  package var incidentSeverity: Int?
  /// What a loss that goes on puts a case forward in the queue (S1-24); nil for nothing.
  package var loss: RunningLoss?

  package init(
    inService: Int = 100, incident: Int = 100, incidentSeverity: Int? = nil,
    loss: RunningLoss? = nil
  ) {
    self.inService = inService
    self.incident = incident
    self.incidentSeverity = incidentSeverity
    self.loss = loss
  }
}

/// How a loss by the hour weighs in the order of the queue.
package struct RunningLoss: Equatable, Sendable {
  /// So much lost in an hour, in hundredths by currency, puts a case forward by ``ahead``.
  package var each: [String: Int64]
  /// Seconds.
  package var ahead: Int64
  /// Seconds that a case is put forward at most.
  package var most: Int64

  package init(each: [String: Int64], ahead: Int64, most: Int64) {
    self.each = each
    self.ahead = ahead
    self.most = most
  }

  /// Seconds that a loss of so much an hour puts a case forward.
  ///
  /// - Parameter perHour: the loss; nil for none on file.
  /// - Returns: 0 to ``most``, growing with the loss; 0 in a currency that has no measure.
  package func seconds(for perHour: Money?) -> Int64 {
    guard let perHour, perHour.minor > 0, let unit = each[perHour.currency], unit > 0 else {
      return 0
    }
    let (whole, overflow) = (perHour.minor / unit).multipliedReportingOverflow(by: ahead)
    let part = Int64((Double(perHour.minor % unit) / Double(unit) * Double(ahead)).rounded(.down))
    let (sum, tooMuch) = whole.addingReportingOverflow(part)
    return overflow || tooMuch ? most : min(max(0, sum), most)
  }
}
