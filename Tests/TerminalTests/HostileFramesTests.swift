import Foundation
import Screen
import ScreenTesting
import Synchronization
import Terminal
import Testing

/// Writes what a terminal is sent for frames of hostile text, and what should then be seen, for
/// `Tests/Recorded/hostile.py`, which shows it to emulators.
///
/// Only with `CALMDESK_HOSTILE_FRAMES=FOLDER`.
@Suite struct HostileFramesTests {
  @Test(.enabled(if: HostileFrames.folder != nil), .timeLimit(.minutes(5)))
  func `frames of hostile text are recorded`() async {
    await #expect(processExitsWith: .success) {
      let size = Size(columns: 40, rows: 8)
      let line = PseudoTerminal(columns: 40, rows: 8)
      line.takePlace()
      let seen = Mutex<[UInt8]>([])
      let isDone = Atomic<Bool>(false)
      let reader = Task.detached {
        while !isDone.load(ordering: .acquiring) {
          let bytes = line.bytes(waiting: 20)
          seen.withLock { $0 += bytes }
        }
      }
      let place = URL(fileURLWithPath: HostileFrames.folder ?? "/tmp")
      // What some emulator measures otherwise is left out where it says so.
      let disputed = Set(
        ((try? String(contentsOf: place.appendingPathComponent("disputed"), encoding: .utf8)) ?? "")
          .split(separator: " ").compactMap { UInt32($0) })
      var random = SeededGenerator(seed: 2_000)
      var wanted: [[[String]]] = []
      let terminal = try Terminal()
      var frame = Frame(size)
      for _ in 0..<HostileFrames.count {
        // Much of the frame stays, so that painting the difference is tried as well.
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          var scalars = String.UnicodeScalarView()
          scalars.append(
            contentsOf: NastyText.makeFromBytes(length: 40, using: &random).unicodeScalars
              .filter { !disputed.contains($0.value) })
          frame.put(
            String(scalars),
            at: Position(
              column: Int.random(in: 0...39, using: &random),
              row: Int.random(in: 0...7, using: &random)))
        }
        terminal.paint(frame)
        // A bell stands behind every frame: none can come out of a text.
        terminal.ring()
        wanted.append(
          (0..<8).map { row in
            frame.cells(inRow: row).filter { !$0.isContinuation }.map { "\($0.width)\($0.text)" }
          })
      }
      while seen.withLock({ $0.count { $0 == 7 } }) < HostileFrames.count {
        try await Task.sleep(for: .milliseconds(10))
      }
      isDone.store(true, ordering: .releasing)
      await reader.value
      terminal.release()
      try Data(seen.withLock { $0 }).write(to: place.appendingPathComponent("sent"))
      try JSONEncoder().encode(wanted).write(to: place.appendingPathComponent("wanted.json"))
    }
  }
}

/// What is recorded, and where.
enum HostileFrames {
  static let folder = ProcessInfo.processInfo.environment["CALMDESK_HOSTILE_FRAMES"]
  static let count = 2_000
}
