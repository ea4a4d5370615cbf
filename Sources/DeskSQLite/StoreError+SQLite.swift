import Desk
import Foundation
import GRDB

extension StoreError {
  /// What SQLite says, in the words of a store.
  ///
  /// - Parameters:
  ///   - error: of SQLite.
  ///   - file: the desk.
  ///   - patience: how long was waited.
  init(_ error: DatabaseError, _ file: DeskFile, _ patience: Patience) {
    let words = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: file.name, seconds: patience.seconds)
    case .SQLITE_FULL: self = .full(path: file.name)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: file.name)
    case .SQLITE_NOTADB: self = .corrupt(path: file.name, why: "it is not a database")
    case .SQLITE_CORRUPT: self = .corrupt(path: file.name, why: words)
    case .SQLITE_IOERR where file.diskIsFull || file.isAtLimit: self = .full(path: file.name)
    default: self = .failed(path: file.name, why: words)
    }
  }
}

extension DeskFile {
  /// Whether the disk has no room left for this user: SQLite tells some full disks as I/O errors.
  var diskIsFull: Bool {
    var disk = statvfs()
    return statvfs(path, &disk) == 0 && disk.f_bavail == 0
  }

  /// Whether a file of the desk is as large as this user's files may be (`ulimit -f`).
  var isAtLimit: Bool {
    #if canImport(Darwin)
      let size = RLIMIT_FSIZE
    #else
      let size = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #endif
    var limit = rlimit()
    // Without a limit the number is too large to be one.
    guard getrlimit(size, &limit) == 0, let most = Int64(exactly: limit.rlim_cur) else {
      return false
    }
    // The most that SQLite adds to a file at once.
    let step: Int64 = 32_768
    return ["", "-wal", "-shm"].contains { suffix in
      var status = stat()
      return stat(path + suffix, &status) == 0 && Int64(status.st_size) > most - min(most, step)
    }
  }

  /// Runs a body and tells its errors in the words of a store.
  ///
  /// - Parameters:
  ///   - patience: how long the body may have waited.
  ///   - body: what it throws of its own is thrown on as it is.
  /// - Returns: what the body returned.
  /// - Throws: `StoreError`, or what the body threw.
  func tellingErrors<Result>(_ patience: Patience, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, self, patience)
    } catch let damage as Damage {
      throw StoreError.corrupt(path: name, why: damage.what)
    }
  }
}
