/// Something a role may be allowed to do; the playbook says which (S2-37).
package enum Permission: String, CaseIterable, Codable, Hashable, Sendable {
  /// Claim cases and answer customers.
  case work
  /// Open cases and take messages in.
  case intake
  /// Take a case out of another person's hands.
  case takeOver = "take_over"
  /// Write to the agent, unseen by the customer.
  case whisper
  /// Pass a policy gate with a reason.
  case override
  /// Approve or deny a remedy above somebody's limit.
  case approve
  /// Sign off a close that needs a second pair of eyes.
  case signOff = "sign_off"
  /// Say who may sign in, with which role.
  case people
  /// Erase a customer's data on request.
  case erase
  /// See the figures of the desk and its register (domain F).
  case report
  /// See names, telephone numbers and addresses in the register, in reports and in exports (S1-35).
  case personalData = "personal_data"
}
