import Foundation

/// Where a playbook is looked for.
package struct PlaybookPath: Sendable {
  /// What `--playbook` names; nil when it was not given.
  package var option: String?
  package var environment: [String: String]
  /// The folder of the real executable, with links resolved; nil when it cannot be told.
  package var executableFolder: String?
  package var files: FileAccess
  /// Where what the files hold is kept between starts; nil for nowhere.
  package var cache: NodeCache?

  package init(
    option: String? = nil, environment: [String: String], executableFolder: String?,
    files: FileAccess = .disk, cache: NodeCache? = nil
  ) {
    self.option = option
    self.environment = environment
    self.executableFolder = executableFolder
    self.files = files
    self.cache = cache
  }

  /// The layers to use, the strongest first and the shipped playbook last.
  ///
  /// `Bundle.module` is never touched: it traps where the program was installed without its bundle.
  ///
  /// - Returns: at least the shipped playbook.
  /// - Throws: a sentence naming every place that was tried, or the named overlay that is missing.
  package func layers() throws(PlaybookNotFound) -> [PlaybookLayer] {
    guard let base = shippedFolders.first(where: isPlaybook) else {
      throw PlaybookNotFound(
        sentence: shippedFolders.isEmpty
          ? "The shipped playbook cannot be found: the program cannot tell where it lies itself."
          : "The shipped playbook is missing. Looked in: "
            + shippedFolders.joined(separator: ", ") + ". Install calmdesk with its share folder.")
    }
    var layers: [PlaybookLayer] = []
    if let overlay = try overlay {
      layers.append(PlaybookLayer(root: overlay, files: files, isBase: false, cache: cache))
    }
    layers.append(PlaybookLayer(root: base, files: files, isBase: true, cache: cache))
    return layers
  }

  /// The folder laid over the shipped playbook: the first of option, environment and
  /// configuration; nil for none.
  private var overlay: String? {
    get throws(PlaybookNotFound) {
      let named = [(option, "--playbook"), (environment["CALMDESK_PLAYBOOK"], "CALMDESK_PLAYBOOK")]
      for case (let path?, let source) in named where !path.isEmpty {
        guard files.isFolder(path) else {
          throw PlaybookNotFound(
            sentence: "\(source) names “\(path)”, which is no folder; name the folder that holds"
              + " procedures/, phrases/ or another part of a playbook.")
        }
        return path
      }
      return configurationFolder.flatMap { files.isFolder($0) ? $0 : nil }
    }
  }

  /// Where this person's own phrases lie, whether or not there are any yet; nil without a home.
  package var personal: PlaybookLayer? {
    configurationFolder.map { PlaybookLayer(root: $0, files: files, isBase: false) }
  }

  private var configurationFolder: String? {
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/calmdesk/playbook"
    }
    return environment["HOME"].map { $0 + "/.config/calmdesk/playbook" }
  }

  /// Where the shipped playbook may lie: installed beside the program, or where it was built.
  package var shippedFolders: [String] {
    guard let folder = executableFolder else { return [] }
    let above = folder.split(separator: "/").dropLast().joined(separator: "/")
    return [
      "/\(above.isEmpty ? "" : above + "/")share/calmdesk",
      folder + "/calmdesk_Playbook.resources/Resources",
    ]
  }

  private func isPlaybook(_ folder: String) -> Bool { files.isFolder(folder + "/procedures") }

  /// The path for this process.
  ///
  /// - Parameter option: what `--playbook` names.
  /// - Returns: a path that reads the environment and the real executable's folder.
  package static func current(option: String? = nil) -> PlaybookPath {
    let environment = ProcessInfo.processInfo.environment
    return PlaybookPath(
      option: option, environment: environment, executableFolder: ownFolder,
      cache: NodeCache(environment: environment))
  }

  private static var ownFolder: String? {
    if let real = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      return folder(of: real)
    }
    return CommandLine.arguments.first.map {
      folder(of: URL(fileURLWithPath: $0).resolvingSymlinksInPath().path)
    }
  }

  private static func folder(of path: String) -> String {
    "/" + path.split(separator: "/").dropLast().joined(separator: "/")
  }
}

/// No playbook where one was looked for.
package struct PlaybookNotFound: Error, Equatable, CustomStringConvertible {
  /// What was tried and what would help.
  package let sentence: String

  package var description: String { sentence }
}
