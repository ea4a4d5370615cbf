import Desk
import Foundation

/// The file a desk lies in, with the lock file beside it.
struct DeskFile: Sendable {
  /// As the user wrote it, for sentences.
  let name: String
  /// Absolute and without symbolic links, so that every program uses the same lock file.
  let path: String

  /// Where the writers of all programs wait their turn.
  var lockPath: String { path + "-lock" }

  /// Finds the file; touches nothing.
  ///
  /// - Parameters:
  ///   - name: the path as the user wrote it.
  ///   - mayCreate: whether a file that is not there yet will do.
  /// - Throws: `StoreError.missing`, `.cannotCreate`, `.readOnly` or `.corrupt`.
  init(_ name: String, mayCreate: Bool) throws(StoreError) {
    self.name = name
    guard !name.isEmpty, !name.utf8.contains(0) else {
      throw .cannotCreate(path: "“\(name)”", why: "that is no file name")
    }
    if let resolved = Self.resolved(name) {
      path = resolved
      try checkExisting(mayCreate: mayCreate)
    } else {
      let reason = errno
      guard reason == ENOENT || reason == ENOTDIR else {
        throw .failed(path: name, why: Self.words(for: reason))
      }
      guard mayCreate else { throw .missing(path: name) }
      path = try Self.newPath(name)
    }
  }

  /// Whether there is a file.
  var exists: Bool { Self.status(path) != nil }

  /// Whether there is a file that holds nothing yet.
  var isEmpty: Bool { Self.status(path)?.st_size == 0 }

  /// Whether somebody has opened it as a desk before.
  var hasLock: Bool { Self.status(lockPath) != nil }

  /// Whether it belongs to this user and nobody else may read it.
  var isPersonal: Bool {
    guard let status = Self.status(path) else { return false }
    return status.st_uid == geteuid() && status.st_mode & 0o077 == 0
  }

  /// What a new file beside the desk may be used for, and by whom: by the group where the folder
  /// hands its group down (setgid), by nobody else otherwise.
  var mode: mode_t {
    let folder = Self.status(Self.folder(of: path))
    return (folder?.st_mode ?? 0) & S_ISGID != 0 ? 0o660 : 0o600
  }

  /// Makes the file, empty, where there is none. SQLite gives its other files the mode of this
  /// one.
  ///
  /// - Throws: `StoreError.cannotCreate` or `.full`.
  func create() throws(StoreError) {
    let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    if descriptor < 0 {
      guard errno != EEXIST else { return }
      throw errno == ENOSPC
        ? .full(path: name) : .cannotCreate(path: name, why: Self.words(for: errno))
    }
    // The umask may have taken the group's part away.
    fchmod(descriptor, mode)
    Foundation.close(descriptor)
  }

  private func checkExisting(mayCreate: Bool) throws(StoreError) {
    guard let status = Self.status(path) else {
      throw .failed(path: name, why: Self.words(for: errno))
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else {
      let why = kind == S_IFDIR ? "it is a folder" : "it is not a plain file"
      throw mayCreate ? .cannotCreate(path: name, why: why) : .corrupt(path: name, why: why)
    }
    // SQLite keeps two more files beside it, so the folder must be writable too.
    for place in [path, Self.folder(of: path)] where !Self.isWritable(place) {
      throw .readOnly(path: name)
    }
  }

  /// The path of a file that is not there yet, in a folder that is.
  private static func newPath(_ name: String) throws(StoreError) -> String {
    guard let last = name.split(separator: "/").last, !name.hasSuffix("/") else {
      throw .cannotCreate(path: name, why: "that is no file name")
    }
    let folder = folder(of: name)
    guard let resolved = resolved(folder), let status = status(resolved) else {
      throw .cannotCreate(
        path: name,
        why: errno == ENOENT
          ? "the folder \(folder) does not exist" : "\(folder): \(words(for: errno))")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .cannotCreate(path: name, why: "\(folder) is not a folder")
    }
    guard isWritable(resolved) else {
      throw .cannotCreate(path: name, why: "you may not write in the folder \(folder)")
    }
    return resolved == "/" ? "/\(last)" : "\(resolved)/\(last)"
  }

  /// The folder a path lies in; `.` for a bare name.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// Asks for the effective user, whom the system goes by when a file is opened.
  private static func isWritable(_ path: String) -> Bool {
    faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0
  }

  /// The system's words for an error, without a capital, to stand within a sentence.
  static func words(for code: Int32) -> String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
