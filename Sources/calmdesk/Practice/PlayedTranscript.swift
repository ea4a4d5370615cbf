import Console
import Desk
import Foundation
import Logging
import Playbook
import Practice
import Screen
import Session
import Vocabulary
import Workflow

/// A shift played without a screen, by a stepped clock, and printed.
///
/// The very console that others see is worked here by the same keys, only faster.
struct PlayedTranscript {
  let stage: PracticeStage

  /// Plays, then prints case by case.
  ///
  /// - Throws: what the desk throws, or `CommandFailure` when it cannot be printed.
  func run() throws {
    try play()
    for guest in try stage.floor.summary().guests { try print(guest.ref) }
  }

  /// Seconds without a key after which the shift is over, and the most it may last.
  private static let rest = 12.0
  private static let longest = 7_200.0

  private func play() throws {
    guard let clock = stage.clock else { return }
    let place = stage.place
    let session = Session(
      desk: place.desk, person: place.person.id, language: place.language,
      log: Logger(label: "calmdesk.practice") { _ in SwiftLogNoOpLogHandler() }, wake: {})
    var loop = ConsoleLoop(place: place, settings: ConsoleSettings(environment: [:]))
    loop.deskName = stage.texts["practice.desk"]
    var model = Model(
      sitting: try loop.sitting(), content: loop.content,
      size: Size(columns: 120, rows: 36), now: clock.now)
    var agent = stage.agent
    session.runAtOnce(model.start())
    var idle = 0.0
    var played = 0.0
    while played < Self.longest, !(stage.floor.isOver && idle >= Self.rest), idle < 300 {
      try stage.floor.step()
      session.runAtOnce([])
      tell(&model, [.ticked(clock.now)] + session.messages(), session)
      var seconds = 0.5
      if let stroke = agent.next(model) {
        tell(&model, [.key(stroke.key)], session)
        seconds = stroke.pause.seconds
        idle = 0
      } else {
        idle += seconds
      }
      played += seconds
      clock.move(seconds: seconds)
    }
  }

  /// Tells the console something, and what follows from it, until nothing more does.
  private func tell(_ model: inout Model, _ messages: [Console.Message], _ session: Session) {
    var waiting = messages
    while !waiting.isEmpty {
      let effects = waiting.flatMap { model.update($0) }
      session.runAtOnce(effects)
      waiting = session.messages()
    }
  }

  // MARK: - Printing

  private func print(_ ref: CaseRef) throws {
    let current = try stage.place.desk.find(ref)
    let texts = stage.texts
    try Output.line("")
    try Output.line(
      "\(ref) · \(current.customer.name) · \(texts[current.channel.localeKey])")
    for message in current.messages where !message.retracted {
      let isCustomer = message.from == .customer
      let name = isCustomer ? current.customer.name : stage.place.person.name
      let heat = message.heat.map { " (\(texts[$0.localeKey]))" } ?? ""
      let mark = isCustomer ? "  " : "> "
      try Output.line(mark + name + (isCustomer ? heat : "") + ": " + message.text)
    }
    if let closed = current.closed {
      try Output.line(
        "= " + texts("practice.summary.closed", ["reason": texts[closed.reason.localeKey]]))
    }
  }
}
