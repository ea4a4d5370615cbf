import Foundation

/// How content is read: the disk, or a few texts in memory.
package struct FileAccess: Sendable {
  /// The text of a file; nil when there is no such file.
  ///
  /// Throws a problem when there is one that cannot be read.
  package var text: @Sendable (_ path: String) throws(PlaybookProblem) -> String?
  /// The names in a folder, sorted; none when there is no such folder.
  package var names: @Sendable (_ folder: String) -> [String]
  /// Whether there is a folder at a path.
  package var isFolder: @Sendable (_ path: String) -> Bool

  package init(
    text: @escaping @Sendable (_ path: String) throws(PlaybookProblem) -> String?,
    names: @escaping @Sendable (_ folder: String) -> [String],
    isFolder: @escaping @Sendable (_ path: String) -> Bool
  ) {
    self.text = text
    self.names = names
    self.isFolder = isFolder
  }

  /// Bytes one file of a playbook may have.
  package static let largestFile = 16_000_000

  /// The file system.
  package static let disk = FileAccess(
    text: { path throws(PlaybookProblem) in
      var isFolder = false
      guard FileAccess.exists(path, isFolder: &isFolder) else { return nil }
      guard !isFolder else {
        throw PlaybookProblem(
          file: path, sentence: "This is a folder where a file is expected; rename it.")
      }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw PlaybookProblem(
          file: path, sentence: "The file cannot be opened; check who may read it.")
      }
      guard data.count <= largestFile else {
        throw PlaybookProblem(
          file: path, sentence: "The file is larger than 16 MB; that is no playbook.")
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw PlaybookProblem(
          file: path, sentence: "The file is not UTF-8 text; save it as UTF-8.")
      }
      return text
    },
    names: { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    },
    isFolder: { path in
      var isFolder = false
      return exists(path, isFolder: &isFolder) && isFolder
    })

  private static func exists(_ path: String, isFolder: inout Bool) -> Bool {
    var answer: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &answer)
    isFolder = answer.boolValue
    return exists
  }

  /// Texts by path, such as a playbook made up for a test.
  package static func memory(_ texts: [String: String]) -> FileAccess {
    FileAccess(
      text: { path throws(PlaybookProblem) in texts[path] },
      names: { folder in
        let prefix = folder + "/"
        let names = texts.keys.filter { $0.hasPrefix(prefix) }
          .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
        return Set(names).sorted()
      },
      isFolder: { path in texts.keys.contains { $0.hasPrefix(path + "/") } })
  }
}
