package import Vocabulary

/// Why a store could not do what it was asked.
package enum StoreError: Error, Equatable, Sendable {
  /// The case is at another version than the append rests on.
  case conflict(ref: CaseRef, at: Int)
  /// There is no desk at this place.
  case missing(path: String)
  /// The desk cannot be created there; `why` is the system's word for it.
  case cannotCreate(path: String, why: String)
  /// The desk may only be read by this user.
  case readOnly(path: String)
  /// The file is no desk, or is damaged; `why` says where.
  case corrupt(path: String, why: String)
  /// The desk was made by a newer program: its schema, and the newest one known here.
  case newer(path: String, schema: String, known: String)
  /// Another program held the desk for longer than we wait.
  case busy(path: String, seconds: Int)
  /// The disk is full, or the file may not grow.
  case full(path: String)
  /// The server that keeps the desk has not answered since then; `why` is the system's word.
  case unreachable(path: String, since: Instant, why: String)
  /// The line broke while something was being kept, and nobody can say whether it was.
  case uncertain(path: String)
  /// The desk itself refused what no honest program asks; `why` says it with the remedy.
  case refused(path: String, why: String)
  /// Anything else, in the store's own words.
  case failed(path: String, why: String)
}

extension StoreError {
  /// Whether the desk itself cannot be reached now.
  package var isOutOfReach: Bool {
    switch self {
    case .unreachable, .uncertain: true
    default: false
    }
  }

  /// Whether the same command may go through later without anybody changing it.
  package var mayPass: Bool {
    switch self {
    case .busy, .full, .conflict: true
    default: isOutOfReach
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// One sentence that names the thing and the remedy.
  package var description: String {
    switch self {
    case .conflict(let ref, let version):
      "Case \(ref) has moved on to version \(version); look at it again and repeat the command."
    case .missing(let path):
      "There is no desk at \(path); make one with “calmdesk desk init --desk \(path)”."
    case .cannotCreate(let path, let why):
      "A desk cannot be made at \(path): \(why). Choose another place with --desk."
    case .readOnly(let path):
      "The desk at \(path) may not be written by you; ask its owner for write permission, or "
        + "name a desk of your own with --desk."
    case .corrupt(let path, let why):
      "The file \(path) is damaged or is no desk (\(why)); put a backup in its place, or name "
        + "another desk with --desk."
    case .newer(let path, let schema, let known):
      "The desk at \(path) was made by a newer CalmDesk (schema \(schema), this program knows "
        + "\(known)); update the program."
    case .busy(let path, let seconds):
      "Another program has held the desk at \(path) for \(seconds) seconds; end it, or try "
        + "again."
    case .full(let path):
      "There is no room left for the desk at \(path); nothing was lost, but free some space "
        + "before going on."
    case .unreachable(let path, let since, let why):
      "The desk at \(path) has not answered since \(since) (\(why)); what was kept is safe. Look "
        + "after the server or the line to it, and try again."
    case .uncertain(let path):
      "The line to the desk at \(path) broke while something was being kept; look whether it is "
        + "there, or give the command again with the same id."
    case .refused(let path, let why):
      "The desk at \(path) refused this: \(why)."
    case .failed(let path, let why):
      "The desk at \(path) could not be used: \(why)."
    }
  }
}
