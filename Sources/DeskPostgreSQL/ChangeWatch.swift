#if PostgreSQL
  import Dispatch
  import Foundation
  import Synchronization

  /// Hears of the commits of others, and tells them of ours.
  ///
  /// Who has committed says so afterwards, not within the transaction, where all writers would
  /// wait for each other; and once for many commits that follow close upon each other. What gets
  /// lost on the way is found by looking every little while.
  final class ChangeWatch: Sendable {
    private struct State {
      /// The line that listens.
      var line: Line?
      var mark: Int64 = 0
      /// The newest event every reader may see, when it was last looked for.
      var last: Int64?
      /// Until when it is looked for with every call, since something was committed that cannot be
      /// read yet, and how long the next call is waited for.
      var eagerUntil: ContinuousClock.Instant?
      var eagerWait = leastWait
      var nextLook: ContinuousClock.Instant?
    }

    private struct Voice {
      /// When others were last told.
      var toldAt: ContinuousClock.Instant?
      /// Whether they will be told again soon.
      var isWaiting = false
      /// The least time until the next word.
      var pause = leastPause
    }

    private static let channel = "calmdesk"
    /// Between two words to the others: longer and longer while one commit follows another, as no
    /// console's do, and short again after a rest.
    private static let leastPause = Duration.milliseconds(20)
    private static let longPause = Duration.milliseconds(100)
    private static let rest = Duration.milliseconds(200)
    private static let slowLook = Duration.seconds(2)
    /// A transaction that stands before a commit is mostly over at once; one that is not is asked
    /// for less and less often.
    private static let leastWait = Duration.milliseconds(5)
    private static let shortWait = Duration.milliseconds(100)
    /// A server that takes longer than this for a small question is out of reach.
    private static let patience = Duration.seconds(5)

    private let server: DeskServer
    private let state = Mutex(State())
    private let voice = Mutex(Voice())
    /// Whether we have committed something ourselves since the mark was last asked for.
    private let isStirred = Mutex(false)
    /// What our own word to the others is known by.
    private let name = UUID().uuidString
    private let later = DispatchQueue(label: "calmdesk.postgresql.tell")

    init(_ server: DeskServer) { self.server = server }

    deinit {
      if voice.withLock({ $0.isWaiting }) { say() }
    }

    // MARK: Hearing

    /// Takes note whether all that was committed could be read, or some of it stands behind a
    /// transaction still at work.
    func note(readAll: Bool) {
      state.withLock { state in
        if readAll {
          state.eagerUntil = nil
        } else if state.eagerUntil == nil {
          state.eagerUntil = .now + Self.slowLook
          state.eagerWait = Self.leastWait
        }
      }
    }

    /// A number that changes when something was committed. Asks the server nothing but every
    /// other second, and while a commit stands behind a transaction still at work.
    ///
    /// - Throws: `StoreError.unreachable`.
    func mark() throws -> Int64 {
      try state.withLock { state in
        do {
          return try server.tellingErrors { try mark(&state) }
        } catch {
          state.line = nil
          throw error
        }
      }
    }

    private func mark(_ state: inout State) throws -> Int64 {
      let line: Line
      if let known = state.line {
        line = known
      } else {
        line = try server.open(answeringWithin: min(server.patience, Self.patience))
        try line.run("LISTEN \(Self.channel)")
        state.line = line
        state.nextLook = nil
      }
      let isStirred = isStirred.withLock { stirred in
        defer { stirred = false }
        return stirred
      }
      let now = ContinuousClock.now
      let isTold = try line.heard().contains { $0 != name }
      let isNews = isTold || isStirred
      let isEager = state.eagerUntil.map { now < $0 } ?? false
      var moved = false
      // While others find the server gone, nothing is well before it has answered here.
      let isDoubtful = server.lostSince != nil
      // What was heard of is read at once, which shows whether all of it could be.
      let isDue = (isEager || isStirred) && !isTold || state.nextLook.map { $0 <= now } ?? true
      if isDue || isDoubtful {
        let last = try Self.lastSequence(on: line)
        if isDoubtful { server.noteFound() }
        moved = last != state.last
        if moved { state.eagerUntil = nil }
        state.last = last
        state.nextLook = now + Self.slowLook
      }
      if isNews || moved { state.mark += 1 }
      return state.mark
    }

    /// Waits until somebody says that they have committed, at most so long; a short time while there
    /// is no line, or something heard of cannot be read yet.
    func listen(atMost time: Duration) {
      let (line, wait) = state.withLock { state in
        guard state.line != nil else { return (state.line, Self.shortWait) }
        guard let until = state.eagerUntil, ContinuousClock.now < until else {
          return (state.line, time)
        }
        defer { state.eagerWait = min(state.eagerWait * 2, Self.shortWait) }
        return (state.line, state.eagerWait)
      }
      let most = min(time, wait)
      guard let line else {
        usleep(UInt32(min(most, .seconds(1)) / .microseconds(1)))
        return
      }
      line.listen(atMost: most)
    }

    /// The newest event below the oldest transaction still at work; 0 where there is none.
    static func lastSequence(on line: Line) throws -> Int64 {
      try line.ask(
        """
        SELECT sequence FROM calmdesk.events WHERE sequence < \(DeskSchema.horizon)
        ORDER BY sequence DESC LIMIT 1
        """
      ).first { try $0.integer(0) } ?? 0
    }

    // MARK: Telling

    /// Tells the others that something was committed, soon and without waiting for it.
    func tell() {
      isStirred.withLock { $0 = true }
      let now = ContinuousClock.now
      let delay: Duration? = voice.withLock { voice in
        guard !voice.isWaiting else { return nil }
        voice.isWaiting = true
        guard let last = voice.toldAt, now - last < Self.rest else {
          voice.pause = Self.leastPause
          return .zero
        }
        defer { voice.pause = min(voice.pause * 2, Self.longPause) }
        return max(.zero, last + voice.pause - now)
      }
      guard let delay else { return }
      let milliseconds = Int(delay.components.attoseconds / 1_000_000_000_000_000)
      later.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [weak self] in
        guard let self else { return }
        self.voice.withLock { voice in
          voice.isWaiting = false
          voice.toldAt = .now
        }
        self.say()
      }
    }

    /// What cannot be told now is found by the others when they look.
    private func say() {
      try? server.asking { _ = try $0.run("NOTIFY \(Self.channel), '\(name)'") }
    }
  }
#endif
