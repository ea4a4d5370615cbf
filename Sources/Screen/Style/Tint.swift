/// What a colour is used for; a ``Theme`` decides which colour that is, if any.
///
/// No meaning may rest on a tint alone: a word, a mark or a place says the same.
package enum Tint: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case plain
  /// Text of less weight: times, hints, what is past.
  case muted
  /// What the eye should find first.
  case accent
  /// Words of the customer.
  case customer
  /// Words of the agent.
  case agent
  /// Notes that the customer never sees.
  case note
  /// Words of the program itself: events of the case, system lines.
  case system
  /// Met, done, kept.
  case good
  /// Due soon, doubtful.
  case warning
  /// Overdue, refused, dangerous.
  case danger
  /// A calm customer.
  case heatCalm
  /// An uneasy customer.
  case heatUneasy
  /// An angry customer.
  case heatAngry
  /// An explosive customer.
  case heatExplosive
  /// The words of a title.
  case title
  /// Lines around and between panes.
  case border
  /// Lines around the pane that has the focus.
  case borderFocused
  /// Names of keys in hints.
  case key
  /// Words that matched a search.
  case match
}
