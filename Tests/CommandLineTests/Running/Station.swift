import Foundation
import Testing

/// A place of its own where the built program runs: its own home, XDG folders and desk.
final class Station: Sendable {
  /// Gone with the station.
  let folder: URL
  /// The desk that commands use unless they name another.
  let desk: String

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("calmdesk-\(UUID().uuidString)")
    for name in ["home", "data", "state", "config"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    desk = folder.appendingPathComponent("desk.sqlite").path
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program, built beside the tests.
  static let program: String = {
    let beside = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    return beside?.appendingPathComponent("calmdesk").path ?? "calmdesk"
  }()

  /// Puts a file into the folder.
  ///
  /// - Returns: its path.
  @discardableResult
  func file(_ name: String, _ contents: Data) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try contents.write(to: file)
    return file.path
  }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  /// Runs `calmdesk` on this station's desk.
  ///
  /// - Parameters:
  ///   - arguments: a subcommand with its arguments.
  ///   - input: what comes on standard input.
  ///   - environment: laid over that of the station.
  /// - Returns: what came of it.
  /// - Throws: when it cannot be started.
  func calmdesk(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(
      Self.program, arguments + ["--desk", desk], input: input, environment: environment)
  }

  func calmdesk(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await calmdesk(arguments, input: Data(input.utf8), environment: environment)
  }

  /// Runs `calmdesk` on another desk.
  func calmdesk(_ arguments: [String], desk: String) async throws -> Outcome {
    try await run(Self.program, arguments + ["--desk", desk], input: Data(), environment: [:])
  }

  /// Runs `calmdesk` without naming a desk.
  func calmdeskAlone(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Outcome {
    try await run(
      Self.program, arguments, input: Data(input.utf8), environment: environment)
  }

  /// Runs `calmdesk` with just these arguments.
  func run(_ arguments: [String]) async throws -> Outcome {
    try await run(Self.program, arguments, input: Data(), environment: [:])
  }

  /// Runs a shell script in the station's folder; `$0` is the program and `$1` the desk.
  func shell(_ script: String, environment: [String: String] = [:]) async throws -> Outcome {
    try await run(
      "/bin/sh", ["-c", script, Self.program, desk], input: Data(), environment: environment)
  }

  /// Runs `calmdesk` as somebody who may not write what belongs to root.
  func calmdeskUnprivileged(_ arguments: String...) async throws -> Outcome {
    let all = Self.unprivileged + [Self.program] + arguments
    return try await run("/usr/bin/env", all, input: Data(), environment: [:])
  }

  /// What runs a program without root's rights; nothing for somebody who has none.
  private static let unprivileged =
    geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  /// Whether that can be done here, to the program where it lies.
  static func canDropRights() async throws -> Bool {
    try await Station().calmdeskUnprivileged("--version").code == 0
  }

  private func run(
    _ program: String, _ arguments: [String], input: Data, environment: [String: String]
  ) async throws -> Outcome {
    let name = UUID().uuidString
    let streams = try ["in", "out", "err"].map { try file("\(name).\($0)", Data()) }
    try input.write(to: URL(fileURLWithPath: streams[0]))
    let openIn = try #require(FileHandle(forReadingAtPath: streams[0]))
    let openOut = try #require(FileHandle(forWritingAtPath: streams[1]))
    let openErrors = try #require(FileHandle(forWritingAtPath: streams[2]))
    // Foundation keeps the handles of a process that is over, and cannot start another one once
    // some 1,350 files are open: it reads past the list of them.
    defer { for handle in [openIn, openOut, openErrors] { try? handle.close() } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = own.merging(environment) { _, over in over }
    process.standardInput = openIn
    process.standardOutput = openOut
    process.standardError = openErrors
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in done.resume() }
      do {
        try process.run()
      } catch {
        done.resume(throwing: error)
      }
    }
    let read = { FileManager.default.contents(atPath: $0) ?? Data() }
    defer { for stream in streams { try? FileManager.default.removeItem(atPath: stream) } }
    return Outcome(
      code: process.terminationStatus,
      wasKilled: process.terminationReason == .uncaughtSignal,
      output: read(streams[1]), errors: read(streams[2]))
  }

  private var own: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.appendingPathComponent("home").path,
      "XDG_DATA_HOME": folder.appendingPathComponent("data").path,
      "XDG_STATE_HOME": folder.appendingPathComponent("state").path,
      "XDG_CONFIG_HOME": folder.appendingPathComponent("config").path,
      "LANG": "en_GB.UTF-8", "TZ": "UTC",
    ]
  }
}
