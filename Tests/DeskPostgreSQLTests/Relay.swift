#if PostgreSQL
  import Foundation
  import Synchronization

  /// Stands between a program and the server, and can cut the line at the worst moment.
  final class Relay: Sendable {
    private struct State {
      var listener: Int32 = -1
      /// The ends of the lines that are open.
      var ends: [Int32] = []
      var cutsNext = false
      var closesThen = false
      var cuts = 0
    }

    /// Where programs find it.
    let folder: String
    private let server: String
    private let state = Mutex(State())

    /// No socket could be opened.
    struct NoSocket: Error {}

    init(to server: String) throws {
      self.server = server
      folder = NSTemporaryDirectory() + "calmdesk-relay-\(UUID().uuidString.prefix(8))"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try open()
    }

    deinit {
      close()
      try? FileManager.default.removeItem(atPath: folder)
    }

    /// How often it has cut a line with a commit on it.
    var cuts: Int { state.withLock { $0.cuts } }

    /// Passes the next commit on, and cuts the line before its answer.
    ///
    /// - Parameter closes: whether no other line is taken in then.
    func cutsAfterNextCommit(andCloses closes: Bool = false) {
      state.withLock {
        $0.cutsNext = true
        $0.closesThen = closes
      }
    }

    /// Takes lines in.
    func open() throws {
      let listener = try Self.connected(folder + "/.s.PGSQL.5432") { socket, address, length in
        unlink(folder + "/.s.PGSQL.5432")
        return bind(socket, address, length) == 0 && listen(socket, 16) == 0
      }
      state.withLock { $0.listener = listener }
      Thread.detachNewThread { [weak self] in
        while true {
          let client = accept(listener, nil, nil)
          guard client >= 0, let self else { return }
          self.join(client)
        }
      }
    }

    /// Takes no more lines in and cuts those that are open.
    func close() {
      state.withLock { state in
        unlink(folder + "/.s.PGSQL.5432")
        shutdown(state.listener, Int32(SHUT_RDWR))
        Foundation.close(state.listener)
        state.listener = -1
        for end in state.ends { shutdown(end, Int32(SHUT_RDWR)) }
        state.ends = []
      }
    }

    private func join(_ client: Int32) {
      guard
        let server = try? Self.connected(server, by: { connect($0, $1, $2) == 0 })
      else {
        Foundation.close(client)
        return
      }
      state.withLock { $0.ends += [client, server] }
      for (from, to) in [(client, server), (server, client)] {
        Thread.detachNewThread { [weak self] in
          var buffer = [UInt8](repeating: 0, count: 65_536)
          while true {
            let count = recv(from, &buffer, buffer.count, 0)
            guard count > 0, let self else { break }
            let bytes = buffer[..<count]
            if from == server, self.isToCut(client) { break }
            // Where the statement is prepared its words stand behind its name; where it is run, not.
            if from == client, bytes.contains("COMMIT\0"), !bytes.contains("COMMIT\0COMMIT") {
              self.note(client)
            }
            guard
              Array(bytes).withUnsafeBytes({ send(to, $0.baseAddress, count, Int32(MSG_NOSIGNAL)) })
                == count
            else { break }
          }
          shutdown(from, Int32(SHUT_RDWR))
          shutdown(to, Int32(SHUT_RDWR))
        }
      }
    }

    private let committing = Mutex<Set<Int32>>([])

    private func note(_ client: Int32) {
      let cuts = state.withLock { state in
        defer { state.cutsNext = false }
        return state.cutsNext
      }
      if cuts { committing.withLock { _ = $0.insert(client) } }
    }

    private func isToCut(_ client: Int32) -> Bool {
      guard committing.withLock({ $0.remove(client) }) != nil else { return false }
      let closes = state.withLock { state in
        state.cuts += 1
        return state.closesThen
      }
      if closes { close() }
      return true
    }

    private static func connected(
      _ path: String, by use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
    ) throws -> Int32 {
      let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { place in
        for (index, byte) in path.utf8.prefix(place.count - 1).enumerated() { place[index] = byte }
      }
      let isDone = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          use(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      guard isDone else { throw NoSocket() }
      return socket
    }
  }

  extension ArraySlice<UInt8> {
    fileprivate func contains(_ text: String) -> Bool {
      String(decoding: self, as: UTF8.self).contains(text)
    }
  }
#endif
