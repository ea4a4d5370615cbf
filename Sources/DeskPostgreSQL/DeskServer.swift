#if PostgreSQL
  import Desk
  import Foundation
  import Synchronization
  import Vocabulary

  /// The lines to the server of one desk: given to one user at a time, kept for the next, and
  /// opened anew after they were lost.
  ///
  /// After a loss it is tried again at ever longer intervals, and in between everybody is told at
  /// once that the desk cannot be reached.
  final class DeskServer: Sendable {
    private struct State {
      var idle: [Line] = []
      /// When the server was first found not to answer; nil while it does.
      var lostSince: Instant?
      var why = ""
      var nextTry: ContinuousClock.Instant?
      var backoff = Backoff(from: .milliseconds(100), to: .seconds(5))
    }

    /// Lines kept open for the next user.
    private static let mostIdle = 8

    let address: DeskAddress
    /// How long to wait for other writers, in whole seconds.
    let patience: Duration
    private let chance: @Sendable () -> Double
    private let state = Mutex(State())

    /// - Parameters:
    ///   - address: where the desk lies.
    ///   - patience: how long to wait for other writers, in whole seconds.
    ///   - chance: drawn anew each time, from 0 to 1: not all consoles of a floor try at once.
    init(
      _ address: DeskAddress, patience: Duration,
      chance: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
      self.address = address
      self.patience = patience
      self.chance = chance
    }

    var name: String { address.name }

    /// In whole seconds, for sentences.
    var seconds: Int { Int(clamping: patience.components.seconds) }

    /// When the server was first found not to answer; nil while it does.
    var lostSince: Instant? { state.withLock { $0.lostSince } }

    // MARK: Lines

    /// A line for one user; `give(back:)` when done.
    ///
    /// - Throws: `StoreError.unreachable`.
    func take() throws(StoreError) -> Line {
      if let line = state.withLock({ $0.idle.popLast() }) { return line }
      return try open()
    }

    /// Keeps a line for the next user, unless it is lost.
    func give(back line: Line) {
      state.withLock { state in
        if line.isOpen, state.idle.count < Self.mostIdle { state.idle.append(line) }
      }
    }

    /// Opens a line.
    ///
    /// - Parameter limit: how long an answer on it may take; nil for longer than anybody holds a lock.
    /// - Returns: a line of the caller's own.
    /// - Throws: `StoreError.unreachable`.
    func open(answeringWithin limit: Duration? = nil) throws(StoreError) -> Line {
      let isTooEarly = state.withLock { state in
        state.nextTry.map { ContinuousClock.now < $0 } ?? false
      }
      guard !isTooEarly else { throw unreachable }
      let chance = chance()
      do {
        // The server itself gives up on a lock first, and says so.
        let line = try Line(to: address, patience: limit ?? patience + patience / 2)
        try line.run(Self.settings(patience))
        noteFound()
        return line
      } catch {
        switch error {
        case .lost(let why), .server(_, let why):
          state.withLock { state in
            state.lostSince = state.lostSince ?? Instant(Date())
            state.why = why
            state.nextTry = .now + state.backoff.next(chance)
            state.idle = []
          }
        }
        throw unreachable
      }
    }

    /// Notes that the server answers.
    func noteFound() {
      state.withLock { state in
        state.lostSince = nil
        state.nextTry = nil
        state.backoff.reset()
      }
    }

    /// Notes that a line was lost: the others kept are as old and not to be relied on.
    func drop() { state.withLock { $0.idle = [] } }

    private var unreachable: StoreError {
      state.withLock { state in
        .unreachable(path: name, since: state.lostSince ?? Instant(Date()), why: state.why)
      }
    }

    /// Every question of ours goes by an index; no planner shall read the whole queue for a page
    /// of it. Whoever holds a case and says nothing for half a minute is thrown out.
    private static func settings(_ patience: Duration) -> String {
      let wait = patience.components.seconds * 1000
      return """
        SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; \
        SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off; \
        SET plan_cache_mode = force_generic_plan; SET synchronous_commit = on; \
        SET default_transaction_isolation = 'read committed'; SET lock_timeout = \(wait); \
        SET idle_in_transaction_session_timeout = 30000; SET client_min_messages = warning
        """
    }

    // MARK: Asking

    /// Asks on any line; where it turns out to be lost, once more on a new one.
    ///
    /// - Parameter body: may be run twice.
    /// - Returns: what it returned.
    /// - Throws: `StoreError`, or what the body threw.
    func asking<Result>(_ body: (Line) throws -> Result) throws -> Result {
      do {
        return try using(body)
      } catch LineError.lost {
        drop()
        return try tellingErrors { try using(body) }
      } catch {
        return try tellingErrors { throw error }
      }
    }

    private func using<Result>(_ body: (Line) throws -> Result) throws -> Result {
      let line = try take()
      defer { give(back: line) }
      return try body(line)
    }

    /// Runs a body and tells its errors in the words of a store.
    func tellingErrors<Result>(_ body: () throws -> Result) throws -> Result {
      do {
        return try body()
      } catch let error as LineError {
        throw told(error)
      } catch let damage as Damage {
        throw StoreError.corrupt(path: name, why: damage.what)
      }
    }

    /// What the server says, in the words of a store.
    func told(_ error: LineError) -> StoreError {
      switch error {
      case .lost(let why):
        let since = state.withLock { state in
          state.why = why
          let since = state.lostSince ?? Instant(Date())
          state.lostSince = since
          return since
        }
        return .unreachable(path: name, since: since, why: why)
      case .server(let code, let words):
        switch code {
        case LineError.Code.refused: return .refused(path: name, why: words)
        case LineError.Code.lockTimeout, LineError.Code.deadlock, LineError.Code.serialization:
          return .busy(path: name, seconds: seconds)
        case LineError.Code.diskFull: return .full(path: name)
        case LineError.Code.noPrivilege, LineError.Code.readOnly: return .readOnly(path: name)
        case LineError.Code.dataCorrupted, LineError.Code.indexCorrupted:
          return .corrupt(path: name, why: words)
        default: return .failed(path: name, why: words)
        }
      }
    }
  }
#endif
