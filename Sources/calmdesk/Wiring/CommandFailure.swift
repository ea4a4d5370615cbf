import ArgumentParser
import Desk
import Foundation
import Playbook
import Screen
import Workflow

/// A sentence for standard error, and the exit code that goes with it (sysexits).
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  let code: ExitCode

  /// What the arguments or the data say is wrong.
  static let data = ExitCode(65)
  /// An input cannot be read.
  static let noInput = ExitCode(66)
  /// Something cannot be created.
  static let cannotCreate = ExitCode(73)
  /// Reading or writing failed.
  static let inputOutput = ExitCode(74)
  /// It may work when tried again.
  static let tryAgain = ExitCode(75)
  /// The person may not.
  static let notPermitted = ExitCode(77)
  /// Something failed that should not.
  static let software = ExitCode(70)

  /// Ends the program without a word: whoever read what it prints has gone.
  static let silent = CommandFailure("", inputOutput)

  init(_ description: String, _ code: ExitCode) {
    self.description = description
    self.code = code
  }

  /// The failure behind any error of this house.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as StoreError: self.init(error.description, CommandFailure.code(of: error))
    case let error as DeskError: self.init(error.description, CommandFailure.code(of: error))
    case let error as PlaybookNotFound: self.init(error.sentence, CommandFailure.noInput)
    default: self.init("\(error)", CommandFailure.software)
    }
  }

  static func code(of error: StoreError) -> ExitCode {
    switch error {
    case .conflict, .busy, .full, .unreachable, .uncertain: tryAgain
    case .missing: noInput
    case .cannotCreate: cannotCreate
    case .readOnly, .refused: notPermitted
    case .corrupt, .newer: data
    case .failed: software
    }
  }

  private static func code(of error: DeskError) -> ExitCode {
    switch error {
    case .stranger, .notAllowed: notPermitted
    default: data
    }
  }

  /// A stable word for scripts.
  static func kind(of error: any Error) -> String {
    switch error {
    case is StoreError: "store"
    case let failure as CommandFailure where failure.code == notPermitted: "permission"
    case DeskError.malformed: "malformed"
    case DeskError.unknownCase: "unknown_case"
    case DeskError.unknownPhrase: "unknown_phrase"
    case DeskError.stranger, DeskError.notAllowed, DeskError.unknownPerson: "permission"
    case DeskError.reusedCommand: "reused_command"
    case is NothingFree: "nothing_free"
    case is DeskError: "desk"
    default: "internal"
    }
  }

  /// Runs a command; what it throws is said on standard error and becomes the exit code.
  ///
  /// - Parameter body: the command.
  /// - Throws: the exit code.
  static func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let code as ExitCode {
      throw code
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = CommandFailure(error)
      if !failure.description.isEmpty { Output.error("calmdesk: \(failure.description)") }
      throw failure.code
    }
  }
}
