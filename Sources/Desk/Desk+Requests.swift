package import Vocabulary
package import Workflow

/// A request for approval that waits for a yes or no.
package struct WaitingRequest: Equatable, Sendable {
  package var ref: CaseRef
  /// How the customer is called in lists.
  package var customer: String
  package var request: ApprovalRequest
  /// Until when it should be decided, and from when on that warns.
  package var clock: CaseClock

  package init(
    ref: CaseRef, customer: String, request: ApprovalRequest, clock: CaseClock
  ) {
    self.ref = ref
    self.customer = customer
    self.request = request
    self.clock = clock
  }
}

extension Desk {
  /// Cases whose requests are listed at most.
  private static let mostAsking = 40

  /// The requests that wait for somebody else's yes or no than the one's who made them.
  ///
  /// - Parameter person: who would decide; their own are left out, since nobody decides those.
  /// - Returns: the first due first.
  /// - Throws: what the store throws; the cost is that of the cases that are named.
  package func requests(waitingFor person: PersonID) throws -> [WaitingRequest] {
    let rows = try store.queue(QueuePage(limit: Desk.mostAsking, filter: .requests))
    let waiting = try rows.flatMap { row -> [WaitingRequest] in
      let current = try find(row.ref)
      let clocks = try rules(for: current.procedure).clocks
      return current.openRequests.filter { $0.by != person }.map {
        WaitingRequest(
          ref: row.ref, customer: row.customer, request: $0,
          clock: current.clock(of: $0, by: clocks))
      }
    }
    return waiting.sorted { ($0.clock.at, $0.ref) < ($1.clock.at, $1.ref) }
  }
}
