import Desk
import Vocabulary
import Workflow

/// The weight of heated conversations, told to whoever bears it and to nobody else.
extension Model {
  /// Counts the heat since the last tick, and offers a pause once it was much.
  mutating func countStrain() {
    strain.pass(to: now, isHot: status != .away && mine.contains(where: isHeated))
    // A sentence that is being read is not talked over.
    guard notice == nil, status != .away, strain.wantsPause(after: sitting.pauseAfter) else {
      return
    }
    strain.settle()
    say(text("notice.pause", ["span": span(strain.seconds), "key": mainKey(.pause)]))
    // It stays until a key: it is for whoever is busy.
    noticeSince = nil
  }

  /// Whether a conversation of this person's weighs on them now: one that is our turn, or one that
  /// goes to and fro.
  private func isHeated(_ row: QueueRow) -> Bool {
    guard row.heat >= .angry else { return false }
    return row.state == .open
      || row.state == .waiting && [.chat, .phone].contains(row.channel)
  }

  /// What stands above the list of statuses; nothing while it was less than a minute.
  var strainLines: [String] {
    guard strain.seconds >= 60 else { return [] }
    return [text("menu.status.strain", ["span": span(strain.seconds)])]
  }

  /// Goes on a break, or comes back from one.
  mutating func pause() {
    strain.settle()
    set(status == .away ? .ready : .away)
  }
}
