import Foundation
package import Playbook

extension Playbook {
  /// The playbook of this source tree, without anybody's overlay.
  package static let shipped: Playbook = {
    let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Playbook(layers: [
      PlaybookLayer(root: top.appendingPathComponent("Resources").path, isBase: true)
    ])
  }()
}
