/// One folder of content: the shipped playbook, or what an organisation lays over it.
package struct PlaybookLayer: Sendable {
  /// The folder that holds `procedures/`, `phrases/` and so on.
  package let root: String
  package let files: FileAccess
  /// Whether it is the shipped playbook under every other.
  package let isBase: Bool

  package init(root: String, files: FileAccess = .disk, isBase: Bool) {
    self.root = root
    self.files = files
    self.isBase = isBase
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
    let text: String
    do {
      guard let found = try files.text(root + "/" + path) else { return nil }
      text = found
    } catch {
      problems.add(nil, error.sentence)
      return nil
    }
    guard let node = YAMLNode.parse(text, into: problems) else { return nil }
    return YAMLReader(node: node, subject: subject, key: subject, problems: problems)
  }

  /// The YAML files in `folder`, by name without ending.
  func files(in folder: String) -> [String] {
    files.names(root + "/" + folder).filter { $0.hasSuffix(".yaml") }.map {
      String($0.dropLast(5))
    }
  }
}
