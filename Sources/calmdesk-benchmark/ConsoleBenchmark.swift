import ArgumentParser
import Desk
import Foundation
import Playbook
import Screen
import Vocabulary
import Workflow

/// What a key costs between being read and the frame being ready, on a small desk and on a large
/// one with a long conversation open and very many phrases at hand.
struct ConsoleBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "A key in the console, without the terminal: small desk beside large one.")

  @Option(help: "Cases on the large desk.")
  var cases = 100_000

  @Option(help: "Messages in the conversation on the large desk.")
  var messages = 2_000

  @Option(help: "Phrases a language on the large desk.")
  var phrases = 20_000

  @Option(help: "Keys of each sort.")
  var keys = 400

  @Option(help: "Replies that are sent.")
  var replies = 200

  @Flag(help: "Only the large desk, for a profiler.")
  var onlyLarge = false

  func run() throws {
    if !onlyLarge { try measure(cases: 1_000, messages: 20, phrases: nil) }
    try measure(cases: cases, messages: messages, phrases: phrases)
  }

  private func measure(cases: Int, messages: Int, phrases: Int?) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    if let phrases { try ManyPhrases.make(in: scratch.path + "/playbook", count: phrases) }
    try FillCommand.fill(scratch.path + "/desk.sqlite", cases: cases)
    let desk = try BenchDesk(
      path: scratch.path + "/desk.sqlite",
      playbook: phrases == nil ? nil : scratch.path + "/playbook")
    var writing = Measure()
    try desk.converse(messages: messages, each: &writing)
    var loading = Measure()
    loading.time { _ = desk.desk.playbook.phrases(in: .en) }
    print(
      """
      \(cases) cases, \(messages) messages, \(phrases.map(String.init) ?? "the shipped") phrases: \
      phrases read in \(shown(loading.median * 1e3)) ms, a message into the conversation \
      \(Self.figures(writing))
      """)
    let seat = try Seat(desk, size: Size(columns: 120, rows: 40))
    defer { seat.leave() }
    let (loop, commits) = try CommandsBenchmark.bare(
      scratch.path + "/bare.sqlite", count: replies)
    try self.keys(at: seat) { try loop.write(commits[$0]) }
    search(desk.desk.playbook)
    print("  resident \(shown(Resident.mebibytes())) MiB")
  }

  private func keys(at seat: Seat, _ commit: (Int) throws -> Void) throws {
    try report("move in the queue", seat, count: keys) { _ in .down }
    // Only the cases this person holds: the long conversation.
    for _ in 0..<2 { seat.press(.character("\\")) }
    try seat.settle()
    try Self.timed("open the conversation") {
      seat.press(.enter)
      try seat.settle()
    }
    try report("page through it", seat, count: keys) { $0 < keys / 2 ? .pageUp : .pageDown }
    for key in [Key.end, .character("r")] { seat.press(key) }
    try report("type a reply", seat, count: keys) {
      $0 % 6 == 5 ? .character(" ") : .character("e")
    }
    try send(at: seat, commit)
    for key in [Key.escape, .character("/")] { seat.press(key) }
    let typed = Array("thanks 1234")
    try report("filter phrases", seat, count: typed.count * 8) {
      let place = $0 % (typed.count * 2)
      return place < typed.count ? .character(typed[place]) : .backspace
    }
    try palette(at: seat)
  }

  /// Searches all phrases of a language, by each way in which they can be found.
  private func search(_ playbook: Playbook) {
    let typed: [(LanguageTag, String)] = [
      (.en, "thank"), (.en, "number list"), (.en, "thnak"), (.zhHans, "xxn"), (.zhHans, "jixialai"),
      (.zhHans, "謝謝"), (.zhHant, "谢谢"), (.zhHant, "x"),
    ]
    var indexes: [LanguageTag: PhraseIndex] = [:]
    for language in LanguageTag.allCases {
      Self.timed("index phrases, \(language.rawValue)") {
        indexes[language] = playbook.phraseIndex(in: language, named: .en)
      }
    }
    for (language, words) in typed {
      guard let index = indexes[language] else { continue }
      var times = Measure()
      var found = 0
      for _ in 0..<40 {
        times.time {
          found = PhraseShelf(PhraseMoment()).phrases(in: index, matching: words, limit: 60).count
        }
      }
      Self.show("find “\(words)” (\(found))", Self.figures(times))
    }
  }

  /// Opens the palette again and again, and types into it.
  private func palette(at seat: Seat) throws {
    for key in [Key.escape, .escape] { seat.press(key) }
    var opening = Measure()
    for _ in 0..<60 {
      opening.time { seat.press(.function(12)) }
      seat.press(.escape)
    }
    print("  open the palette           \(Self.figures(opening))")
    seat.press(.function(12))
    let typed = Array("close 12")
    try report("type into the palette", seat, count: typed.count * 8) {
      let place = $0 % (typed.count * 2)
      return place < typed.count ? .character(typed[place]) : .backspace
    }
    seat.press(.escape)
  }

  /// Sends replies and waits until each is painted; after each, a bare SQLite commit of the same
  /// rows on the same disk.
  private func send(at seat: Seat, _ commit: (Int) throws -> Void) throws {
    var sent = Measure()
    var bare = Measure()
    for number in 0..<replies {
      for character in "reply \(number)" { seat.press(.character(character)) }
      try sent.time {
        seat.press(.enter)
        try seat.settle()
      }
      try bare.time { try commit(number) }
    }
    Self.show("send a reply, painted", Self.figures(sent))
    Self.show("  a bare commit beside it", Self.figures(bare))
  }

  /// Presses keys and prints what each cost, with the frame drawn after it.
  private func report(
    _ name: String, _ seat: Seat, count: Int, _ key: (Int) -> Key
  ) throws {
    var times = Measure()
    for number in 0..<count {
      let key = key(number)
      times.time { seat.press(key) }
      // What was asked of the desk meanwhile is not part of the key.
      try seat.settle()
    }
    Self.show(name, Self.figures(times))
  }

  private static func show(_ name: String, _ figures: String) {
    print("  \(name.padding(toLength: 26, withPad: " ", startingAt: 0)) \(figures)")
  }

  private static func timed(_ name: String, _ body: () throws -> Void) rethrows {
    var times = Measure()
    try times.time(body)
    show(name, "\(shown(times.median * 1e3)) ms")
  }

  private static func figures(_ times: Measure) -> String {
    "p50 \(shown(times.median * 1e3)) ms, p99 \(shown(times.percentile(0.99) * 1e3)) ms"
  }
}

/// How much memory this process holds.
enum Resident {
  /// Mebibytes resident now; 0 where the system does not tell.
  static func mebibytes() -> Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
    else { return 0 }
    return kibibytes / 1024
  }
}
