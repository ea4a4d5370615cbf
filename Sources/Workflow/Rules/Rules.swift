package import Vocabulary

/// What a case is decided by: the playbook's part of a decision.
package struct Rules: Equatable, Sendable {
  package var procedure: Procedure
  /// Gates that stand in every procedure.
  package var house: [Gate]
  package var authority: Authority
  package var clocks: ClockRules
  package var limits: ChannelLimits
  /// How and when we look back.
  package var followUps: FollowUpSchedule
  /// The one-digit reasons an agent may give for passing an advice gate (domain E12).
  package var reasons: [String]
  /// Turns more, or fewer, that a customer with a behaviour is heard before step 1 may be left.
  package var hearing: [TagID: Int]
  /// Who is given which case.
  package var routing: Routing
  /// When a matter is more than one agent's.
  package var together: Together

  package init(
    procedure: Procedure, house: [Gate], authority: Authority, clocks: ClockRules,
    limits: ChannelLimits = ChannelLimits(), reasons: [String],
    hearing: [TagID: Int] = [:], followUps: FollowUpSchedule = FollowUpSchedule(),
    routing: Routing = Routing(), together: Together = Together()
  ) {
    self.followUps = followUps
    self.procedure = procedure
    self.house = house
    self.authority = authority
    self.clocks = clocks
    self.limits = limits
    self.reasons = reasons
    self.hearing = hearing
    self.routing = routing
    self.together = together
  }

  /// The gates that stand before `occasion` when the case is at `step`, those of the house last.
  package func gates(before occasion: Occasion, at step: StepID) -> [Gate] {
    let own = occasion == .leave ? procedure.step(step)?.gates ?? [] : []
    return (own + procedure.gates + house).filter { $0.occasions.contains(occasion) }
  }
}
