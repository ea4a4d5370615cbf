import Foundation
import Screen

/// Lines for people and scripts. Nothing a customer wrote reaches the terminal as a control.
enum Output {
  /// A line on standard output, scrubbed.
  static func line(_ text: String) { write(Scrubber.line(text) + "\n", to: .standardOutput) }

  /// A line of JSON, whose texts are escaped already.
  static func json(_ line: String) { write(line + "\n", to: .standardOutput) }

  /// A line on standard error, scrubbed.
  static func error(_ text: String) { write(Scrubber.line(text) + "\n", to: .standardError) }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that went away, as `head` does, is no fault of ours.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
