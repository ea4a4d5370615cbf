internal import CTerminal
internal import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension Terminal {
  /// How long the end of a paste may take, in milliseconds, before it is taken for lost.
  private static let pastePatience = 1_000
  /// No more than so many bytes are read before there is a painting.
  private static let readLimit = 1 << 20

  /// Waits until there is something to tell, then drains all there is, so that one painting can
  /// follow. Waiting costs nothing.
  ///
  /// - Parameter timeout: How long to wait at most; for ever when not given.
  /// - Returns: What happened, in order; nothing when the time passed.
  package func nextEvents(timeout: Duration? = nil) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while events.isEmpty {
      let milliseconds = wait(until: deadline)
      let ready = poll(milliseconds)
      if ready.wake {
        takeSignals(into: &events)
      }
      if ready.input {
        read(into: &events)
      } else if decoder.isPending {
        // Nothing came after the last byte: it meant what it could mean by itself.
        append(decoder.flush(), to: &events)
      }
      if let deadline, ContinuousClock.now >= deadline { break }
    }
    return events
  }

  /// Milliseconds to wait; negative for ever.
  private func wait(until deadline: ContinuousClock.Instant?) -> Int32 {
    var milliseconds: Int64 = -1
    if let deadline {
      let parts = (deadline - ContinuousClock.now).components
      let clipped = min(max(parts.seconds, 0), 86_400)
      let rest = parts.seconds < 0 ? 0 : parts.attoseconds
      // Rounded up, or the last millisecond would be spent in a busy loop.
      milliseconds = max(0, clipped * 1_000 + (rest + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
    if decoder.isPending {
      let patience = Int64(decoder.isPasting ? Self.pastePatience : options.escapeDelay)
      milliseconds = milliseconds < 0 ? patience : min(milliseconds, patience)
    }
    return Int32(clamping: milliseconds)
  }

  private func poll(_ milliseconds: Int32) -> (input: Bool, wake: Bool) {
    var descriptors = [
      pollfd(fd: waker.readDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: device.input, events: Int16(POLLIN), revents: 0),
    ]
    // A terminal that is gone would be ready for ever.
    let count = isGone ? 1 : 2
    let ready = descriptors.withUnsafeMutableBufferPointer {
      systemPoll($0.baseAddress, nfds_t(count), milliseconds)
    }
    guard ready > 0 else { return (false, false) }
    return (descriptors[1].revents != 0, descriptors[0].revents != 0)
  }

  // MARK: - Keys

  private func read(into events: inout [TerminalEvent]) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var total = 0
    repeat {
      let count = buffer.withUnsafeMutableBytes {
        systemRead(device.input, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR || errno == EAGAIN { return }
      guard count > 0 else {
        // End of input or an error: the line is dead.
        hangUp(&events)
        return
      }
      total += count
      append(decoder.decode(buffer.prefix(count)), to: &events)
    } while total < Self.readLimit && poll(0).input
  }

  private func append(_ inputs: [Input], to events: inout [TerminalEvent]) {
    for input in inputs {
      switch input {
      case .key(let key): append(key, to: &events)
      case .pointer(let pointer):
        // A report may come that was on its way before the mouse was switched off.
        if options.mouse { events.append(.pointer(pointer)) }
      case .focus(let isInFront): events.append(.focus(isInFront))
      }
    }
  }

  private func append(_ key: Key, to events: inout [TerminalEvent]) {
    if key == .control("z"), options.suspendsOnControlZ {
      suspend(&events)
      return
    }
    events.append(.key(key))
    if case .paste = key, decoder.lastPasteWasCut {
      events.append(.pasteWasCut(bytes: options.pasteLimit))
    }
  }

  // MARK: - Signals

  private func takeSignals(into events: inout [TerminalEvent]) {
    if waker.take() { events.append(.woken) }
    let signals = ct_take_signals()
    if signals & Int32(ct_hung_up) != 0 { hangUp(&events) }
    if signals & Int32(ct_terminate) != 0 { events.append(.terminationAsked) }
    if signals & Int32(ct_interrupt) != 0 { events.append(.interrupted) }
    if signals & Int32(ct_stop_asked) != 0 {
      suspend(&events)
    } else if signals & Int32(ct_continued) != 0 {
      // Stopped without being asked (SIGSTOP): whoever had the terminal meanwhile left traces.
      reclaim()
      events.append(.resumed)
    }
    if signals & Int32(ct_window_changed) != 0 { noticeSize(&events) }
  }

  private func suspend(_ events: inout [TerminalEvent]) {
    let before = size
    suspend()
    events.append(.resumed)
    if size != before { events.append(.resized(size)) }
  }

  private func noticeSize(_ events: inout [TerminalEvent]) {
    guard !isGone, let now = device.size, now != size else { return }
    fit(now)
    events.append(.resized(now))
  }

  private func hangUp(_ events: inout [TerminalEvent]) {
    guard !isGone else { return }
    isGone = true
    events.append(.hungUp)
  }
}
