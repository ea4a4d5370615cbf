import Playbook
import Screen
import Vocabulary
import Workflow

/// What cannot wait, above the messages.
extension Model {
  /// That it fails while it is being delivered, or that the customer's words say so, with the key that
  /// says yes or no; and what every further hour costs them.
  func pressingLine(_ open: OpenCase) -> StyledLine? {
    let current = open.current
    guard current.state != .closed else { return nil }
    if current.isInService {
      var line = StyledLine(text("conversation.in_service"), Style(.danger).bold)
      if let loss = current.lossPerHour {
        line.trailing = StyledPiece(
          text(
            "conversation.loss_per_hour",
            ["amount": MoneyWords(sitting.language).shown(loss)]), Style(.danger))
      }
      return line
    }
    guard current.classification.inService == nil,
      open.conversation.topics?.contains(Model.inServiceTopic) == true
    else { return nil }
    return StyledLine(text("conversation.in_service_read"), Style(.warning))
  }

  /// What customers tell of whose thing fails as they write; `phrases/topics.yaml` says by which
  /// words.
  private static let inServiceTopic: TopicID = "in_service"
}
