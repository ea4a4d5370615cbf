import Console
import Foundation
import Logging
import Playbook
import Screen
import Terminal

/// A practice shift at the terminal: the same console, with customers who live beside it and, where
/// one is played, a hand that presses the keys.
struct PracticeLoop {
  let stage: PracticeStage
  /// One thing is shown at a time, whatever the person's preferences say.
  var isLinear = false

  /// Runs until the person leaves, or the played shift is over.
  ///
  /// - Throws: `CommandFailure` when there is no usable terminal.
  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let room = PracticeRoom(floor: stage.floor, log: LogFile(environment: environment).logger)
    room.start()
    defer { room.close() }
    let memory = LessonMemory(environment: environment)
    var loop = ConsoleLoop(
      place: stage.place, settings: ConsoleSettings(environment: environment, linear: isLinear))
    loop.deskName = stage.texts["practice.desk"]
    loop.isPractice = true
    loop.coach = Coach(repeats: stage.isPlayed)
    if stage.isPlayed {
      loop.demonstration = Demonstration(stage.agent, floor: stage.floor, speed: stage.speed)
    } else {
      loop.learnt = { memory.add($0) }
    }
    try loop.run()
  }
}
