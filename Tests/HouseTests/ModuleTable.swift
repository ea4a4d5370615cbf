/// Which module may import which: the plan of the house, held against the code by a test.
enum ModuleTable {
  /// Modules of ours, and what each may import of ours.
  static let ours: [String: Set<String>] = [
    "Vocabulary": [],
    "Workflow": ["Vocabulary"],
    "Language": ["Vocabulary"],
    "Screen": [],
    "Playbook": ["Vocabulary", "Workflow", "Language"],
    "Desk": ["Vocabulary", "Workflow", "Language", "Playbook"],
    "DeskSQLite": ["Vocabulary", "Workflow", "Desk"],
    "DeskPostgreSQL": ["Vocabulary", "Workflow", "Desk", "CPostgreSQL"],
    "Console": ["Vocabulary", "Workflow", "Language", "Screen", "Playbook", "Desk"],
    "Session": ["Vocabulary", "Workflow", "Playbook", "Desk", "Screen", "Console"],
    "Practice": ["Vocabulary", "Workflow", "Language", "Playbook", "Desk"],
    "Terminal": ["Screen", "CNcurses", "CTerminal"],
    "calmdesk": [
      "Vocabulary", "Workflow", "Language", "Playbook", "Desk", "DeskSQLite",
      "DeskPostgreSQL", "Screen", "Console", "Terminal", "Session", "Practice",
    ],
    "calmdesk-benchmark": [
      "Vocabulary", "Workflow", "Language", "Playbook", "Desk", "DeskSQLite", "DeskPostgreSQL",
      "Console", "Screen", "Session",
    ],
    "DeskTesting": ["Vocabulary", "Workflow", "Playbook", "Desk"],
    "ScreenTesting": [],
    "ConsoleTesting": [
      "Vocabulary", "Workflow", "Playbook", "Desk", "Screen", "Console", "Session",
    ],
  ]

  /// The one outside library a module may lean on.
  static let outside: [String: Set<String>] = [
    "Playbook": ["Yams"],
    "DeskSQLite": ["GRDB", "SQLite3", "GRDBSQLite"],
    "Session": ["Logging"],
    "calmdesk": ["ArgumentParser", "Logging"],
    "calmdesk-benchmark": ["GRDBSQLite", "ArgumentParser", "Logging"],
    "DeskTesting": ["Testing"],
    "ConsoleTesting": ["Testing"],
  ]

  /// The language's own libraries, open to all.
  static let everywhere: Set<String> = [
    "Foundation", "Synchronization", "Dispatch", "Glibc", "Darwin", "Musl",
  ]

  /// The ground floor: nothing of the world outside comes in here.
  static let pure: Set<String> = ["Vocabulary", "Workflow", "Language", "Screen", "Console"]
}
