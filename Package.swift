// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "calmdesk",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "calmdesk", targets: ["calmdesk"])
  ],
  // For a floor of many hosts; without it nothing of libpq is needed, built or linked.
  traits: [
    .trait(name: "PostgreSQL", description: "Keep desks on a PostgreSQL server (needs libpq).")
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // C. No pkgConfig for ncurses: its flags are refused with a warning each build, and the
    // module map links it.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(
      name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    // A real C target: a header-only shim cannot hold the crash handler's state.
    .target(name: "CTerminal"),

    // Ground floor
    .target(name: "Vocabulary"),
    .target(name: "Workflow", dependencies: ["Vocabulary"]),
    .target(name: "Language", dependencies: ["Vocabulary"]),
    .target(name: "Screen"),

    // The desk
    .target(
      name: "Playbook",
      dependencies: [
        "Vocabulary", "Workflow", "Language", .product(name: "Yams", package: "Yams"),
      ],
      resources: [.copy("../../Resources")]),
    .target(name: "Desk", dependencies: ["Vocabulary", "Workflow", "Language", "Playbook"]),
    .target(
      name: "DeskSQLite",
      dependencies: [
        "Vocabulary", "Workflow", "Desk", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // Empty without the trait.
    .target(
      name: "DeskPostgreSQL",
      dependencies: [
        "Vocabulary", "Workflow", "Desk",
        .target(name: "CPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
      ]),

    // The screen
    .target(
      name: "Console",
      dependencies: ["Vocabulary", "Workflow", "Language", "Screen", "Playbook", "Desk"]),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses", "CTerminal"]),
    .target(
      name: "Session",
      dependencies: [
        "Vocabulary", "Workflow", "Playbook", "Desk", "Screen", "Console",
        .product(name: "Logging", package: "swift-log"),
      ]),

    // Practice
    .target(
      name: "Practice",
      dependencies: ["Vocabulary", "Workflow", "Language", "Playbook", "Desk"]),

    // The way out
    .executableTarget(
      name: "calmdesk",
      dependencies: [
        "Vocabulary", "Workflow", "Language", "Playbook", "Desk", "DeskSQLite", "Screen",
        "Console", "Terminal", "Session", "Practice",
        .target(name: "DeskPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    // In this package, not a nested one: `package` declarations end at the package.
    .executableTarget(
      name: "calmdesk-benchmark",
      dependencies: [
        "Vocabulary", "Workflow", "Language", "Playbook", "Desk", "DeskSQLite", "Screen", "Console",
        "Session", .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .target(name: "DeskPostgreSQL", condition: .when(traits: ["PostgreSQL"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // Shared by several test targets
    .target(name: "DeskTesting", dependencies: ["Vocabulary", "Workflow", "Playbook", "Desk"]),
    .target(name: "ScreenTesting"),
    .target(
      name: "ConsoleTesting",
      dependencies: ["Vocabulary", "Workflow", "Playbook", "Desk", "Screen", "Console", "Session"]),

    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
    .testTarget(name: "WorkflowTests", dependencies: ["Workflow", "Vocabulary", "Playbook"]),
    .testTarget(
      name: "LanguageTests",
      dependencies: ["Language", "Vocabulary", .product(name: "Yams", package: "Yams")],
      exclude: ["Material"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "ScreenTesting"]),
    .testTarget(
      name: "PlaybookTests", dependencies: ["Playbook", "Workflow", "Language", "Vocabulary"]),
    // A disk under SQLite that forgets what was not synced.
    .target(
      name: "CForgetfulDisk", path: "Tests/CForgetfulDisk",
      linkerSettings: [.linkedLibrary("sqlite3")]),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "CForgetfulDisk", "DeskTesting", "DeskSQLite", "Desk", "Playbook", "Workflow", "Vocabulary",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    // Starts a server of its own; empty without the trait.
    .testTarget(
      name: "DeskPostgreSQLTests",
      dependencies: [
        "DeskTesting", "DeskPostgreSQL", "Session", "Console", "Desk", "Playbook", "Workflow",
        "Vocabulary", .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "ConsoleTesting", "ScreenTesting", "Console", "Session", "Screen", "Desk", "Playbook",
        "Workflow", "Vocabulary", .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "Session", "ConsoleTesting", "Console", "Screen", "Desk", "Playbook", "Workflow",
        "Vocabulary", .product(name: "Logging", package: "swift-log"),
      ]),
    .testTarget(
      name: "PracticeTests",
      dependencies: [
        "Practice", "ConsoleTesting", "DeskTesting", "Console", "Session", "Screen", "Desk",
        "Playbook", "Language", "Workflow", "Vocabulary",
      ]),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Screen", "ScreenTesting", "CNcurses"]),
    .testTarget(name: "HouseTests", dependencies: ["Playbook", "Workflow", "Vocabulary"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["calmdesk", .product(name: "GRDBSQLite", package: "GRDB.swift")]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .enableUpcomingFeature("ImmutableWeakCaptures"),
      .treatAllWarnings(as: .error),
    ]
}
