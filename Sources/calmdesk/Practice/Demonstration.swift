import Console
import Practice
import Screen

/// The hand that plays: presses a good agent's keys at a pace one can follow.
struct Demonstration {
  private var agent: GoodAgent
  private let speed: Double
  private let floor: PracticeFloor
  private var planned: (stroke: Stroke, at: ContinuousClock.Instant)?
  private var restingSince: ContinuousClock.Instant?
  private var isPaused = false

  init(_ agent: GoodAgent, floor: PracticeFloor, speed: Double) {
    self.agent = agent
    self.floor = floor
    self.speed = speed
  }

  /// What comes of looking at the screen.
  enum Beat: Equatable {
    case press(Key)
    /// Nothing yet; look again after so long, or when something happens.
    case wait(Duration)
    case over
  }

  /// Stops, or goes on.
  ///
  /// - Returns: whether it stands now.
  mutating func pause() -> Bool {
    isPaused.toggle()
    planned = nil
    return isPaused
  }

  /// Looks at the screen: what to do now.
  ///
  /// - Parameter model: the console as it is.
  /// - Returns: a key, or how long to wait.
  mutating func look(at model: Model) -> Beat {
    guard !isPaused else { return .wait(.seconds(1)) }
    let now = ContinuousClock.now
    if let planned, now < planned.at { return .wait(planned.at - now) }
    guard let stroke = agent.next(model) else {
      planned = nil
      return rest(now)
    }
    restingSince = nil
    if let planned, planned.stroke.key == stroke.key {
      self.planned = nil
      return .press(stroke.key)
    }
    let at = now + .seconds(stroke.pause.seconds / speed)
    planned = (stroke, at)
    return .wait(at - now)
  }

  /// Nothing to press: over when nobody is left to wait for.
  private mutating func rest(_ now: ContinuousClock.Instant) -> Beat {
    let since = restingSince ?? now
    restingSince = since
    let patience: Duration = floor.isOver ? .seconds(10 / speed) : .seconds(240 / speed)
    return now - since >= patience ? .over : .wait(.milliseconds(200))
  }
}
