/// One folder of content: the shipped playbook, or what an organisation lays over it.
package struct PlaybookLayer: Sendable {
  /// The folder that holds `procedures/`, `phrases/` and so on.
  package let root: String
  package let files: FileAccess
  /// Whether it is the shipped playbook under every other.
  package let isBase: Bool
  /// Keeps what the files hold from one start to the next; nil for none.
  package let cache: NodeCache?

  /// - Parameters:
  ///   - root: the folder.
  ///   - files: how it is read.
  ///   - isBase: whether it is the shipped playbook.
  ///   - cache: only for layers on the disk.
  package init(
    root: String, files: FileAccess = .disk, isBase: Bool, cache: NodeCache? = nil
  ) {
    self.root = root
    self.files = files
    self.isBase = isBase
    self.cache = cache
  }

  /// What a file is called in problems: within the playbook when shipped, its whole path otherwise,
  /// since that is where somebody can put it right.
  func label(_ path: String) -> String { isBase ? path : root + "/" + path }

  /// The value in the file at `path`, such as `procedures/house.yaml`; nil when the layer has none.
  ///
  /// - Parameters:
  ///   - path: within the layer.
  ///   - subject: what the file describes, such as `procedure “six_steps”`.
  ///   - problems: takes what is wrong.
  /// - Returns: a reader for the whole file; nil when there is no file or it cannot be read.
  func read(_ path: String, as subject: String, into problems: ProblemList) -> YAMLReader? {
    guard let node = node(root + "/" + path, into: problems) else { return nil }
    return YAMLReader(node: node, subject: subject, key: subject, problems: problems)
  }

  private func node(_ path: String, into problems: ProblemList) -> YAMLNode? {
    if let kept = cache?.node(path) { return kept }
    let stamp = cache == nil ? nil : FileStamp(path)
    do {
      guard let text = try files.text(path) else { return nil }
      guard let node = YAMLNode.parse(text, into: problems) else { return nil }
      if let cache, let stamp { cache.keep(node, of: path, stamp) }
      return node
    } catch {
      problems.add(nil, error.sentence)
      return nil
    }
  }

  /// The YAML files in `folder`, by name without ending.
  func files(in folder: String) -> [String] {
    files.names(root + "/" + folder).filter { $0.hasSuffix(".yaml") }.map {
      String($0.dropLast(5))
    }
  }
}
