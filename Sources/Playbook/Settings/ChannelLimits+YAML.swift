import Vocabulary
import Workflow

extension ChannelLimits {
  /// The limits a file sets.
  init?(_ reader: YAMLReader) {
    guard let map = reader.map() else { return nil }
    map.knows("characters")
    self.init()
    guard let list = map.required("characters")?.map() else { return nil }
    for (key, line, value) in list.readers {
      guard let channel = Channel(rawValue: key) else {
        list.problems.add(
          line,
          "\(list.subject) names the channel “\(key)” in “\(list.key)”, which does not exist"
            + Spelling.question(key, in: Channel.allCases.map(\.rawValue)))
        continue
      }
      guard let most = value.number() else { continue }
      guard most >= 20 else {
        value.report("wants at least 20 characters in “\(key)”, not \(most).")
        continue
      }
      characters[channel] = most
    }
  }
}
