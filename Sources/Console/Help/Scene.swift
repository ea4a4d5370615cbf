import Screen

/// What the next key would go to.
enum Scene: String, CaseIterable, Sendable {
  case queue, conversation, sidebar, composer, find, filter
  case menu, form, register, blocked, pasting, leaving, palette, board

  /// The panes, each of which has its own section in the help.
  static let panes: [Scene] = [.queue, .conversation, .sidebar, .composer]

  /// Whether words are being typed, so that letters are no commands.
  var types: Bool {
    switch self {
    case .composer, .find, .filter: true
    default: false
    }
  }

  /// The keys that move and edit here and that nobody can give away, with the texts that say what
  /// they do; none for what lies over the panes, whose keys follow from what it holds.
  var ownKeys: [(keys: String, words: String)] {
    switch self {
    case .queue:
      [
        ("↑↓", "help.key.choose_case"), ("PgUp PgDn", "help.key.page"),
        ("Home End", "help.key.ends"), ("←→", "action.filter_queue"),
      ] + Scene.around
    case .conversation:
      [
        ("↑↓", "help.key.choose_message"), ("PgUp PgDn", "help.key.page"),
        ("Home End", "help.key.ends_of_messages"),
      ] + Scene.around
    case .sidebar:
      [
        ("↑↓", "help.key.choose_phrase"), ("Enter", "help.key.put_in"),
        ("Del", "help.key.forget"),
      ] + Scene.around
    case .composer:
      [
        ("Enter", "help.key.send"), ("^J Alt-Enter", "hint.new_line"),
        ("Alt-1…9", "help.key.phrase"), ("Alt-↑↓", "help.key.preview"),
        ("Alt-0", "help.key.put_in"), ("Esc", "help.key.to_commands"),
        ("Tab S-Tab", "help.key.panes"), ("PgUp PgDn", "help.key.read_back"),
        ("^A ^E", "help.key.line_ends"), ("^←→", "help.key.words"),
        ("^W Alt-d", "help.key.delete_word"), ("^U ^K", "help.key.delete_line"),
        ("^Y", "help.key.put_back"), ("^Z ^R", "help.key.undo"),
      ]
    case .find:
      [
        ("Enter ↑", "help.key.earlier_hit"), ("↓", "help.key.later_hit"), ("Esc", "hint.back"),
      ]
    case .filter:
      [("↑↓", "help.key.choose_phrase"), ("Enter", "help.key.put_in"), ("Esc", "hint.back")]
    case .menu, .form, .register, .blocked, .pasting, .leaving, .palette, .board: []
    }
  }

  private static let around: [(keys: String, words: String)] = [
    ("1–9", "help.key.phrase"), ("Tab S-Tab", "help.key.panes"), ("Esc", "help.key.to_queue"),
  ]
}

extension Model {
  /// What the next key would go to if the help were not open.
  var scene: Scene {
    let below = overlays.last { if case .help = $0 { false } else { true } }
    switch below {
    case .menu: return .menu
    case .form: return .form
    case .register: return .register
    case .blocked: return .blocked
    case .pasting: return .pasting
    case .leaving: return .leaving
    case .palette: return .palette
    case .board: return .board
    case .help, nil: break
    }
    switch focus {
    case .queue: return .queue
    case .composer: return open == nil ? .queue : .composer
    case .conversation: return open?.find?.isTyping == true ? .find : .conversation
    case .sidebar: return open?.sidebar.isFiltering == true ? .filter : .sidebar
    }
  }
}
