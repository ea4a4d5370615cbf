import ConsoleTesting
import Foundation
import Playbook
import Screen
import Vocabulary

extension Playbook {
  /// The playbook of this source tree, without anybody's overlay.
  static let shipped: Playbook = {
    let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return Playbook(layers: [
      PlaybookLayer(root: top.appendingPathComponent("Resources").path, isBase: true)
    ])
  }()
}

extension Workbench {
  /// A desk that works by the shipped playbook.
  static func shipped() throws -> Workbench { try Workbench(playbook: .shipped) }
}

/// The three sizes the screen is made for.
let sizes = [
  Size(columns: 80, rows: 24), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60),
]
