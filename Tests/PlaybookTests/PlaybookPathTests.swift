import Foundation
import Playbook
import Testing
import Vocabulary

/// Where the playbook is found.
struct PlaybookPathTests {
  private static let shipped = ["/opt/share/calmdesk/procedures/six_steps.yaml": "id: six_steps"]

  private func path(
    option: String? = nil, _ environment: [String: String] = [:],
    files: [String: String] = PlaybookPathTests.shipped, folder: String? = "/opt/bin"
  ) -> PlaybookPath {
    PlaybookPath(
      option: option, environment: environment, executableFolder: folder, files: .memory(files))
  }

  private func overlays(_ path: PlaybookPath) throws -> [String] {
    try path.layers().filter { !$0.isBase }.map(\.root)
  }

  @Test func `an installed program finds its share folder`() throws {
    #expect(try path().layers().map(\.root) == ["/opt/share/calmdesk"])
    #expect(try path().layers().map(\.isBase) == [true])
  }

  @Test func `a built program finds the bundle beside it`() throws {
    let bundle = "/b/debug/calmdesk_Playbook.resources/Resources"
    let files = [bundle + "/procedures/house.yaml": "gates: []"]
    #expect(try path(files: files, folder: "/b/debug").layers().map(\.root) == [bundle])
  }

  @Test func `option, environment and configuration are asked in this order`() throws {
    var files = Self.shipped
    for folder in ["/a", "/b", "/c/calmdesk/playbook", "/h/.config/calmdesk/playbook"] {
      files[folder + "/phrases/en.yaml"] = "x: y"
    }
    let all = ["CALMDESK_PLAYBOOK": "/b", "XDG_CONFIG_HOME": "/c", "HOME": "/h"]
    #expect(try overlays(path(option: "/a", all, files: files)) == ["/a"])
    #expect(try overlays(path(all, files: files)) == ["/b"])
    let two = ["XDG_CONFIG_HOME": "/c", "HOME": "/h"]
    #expect(try overlays(path(two, files: files)) == ["/c/calmdesk/playbook"])
    #expect(try overlays(path(["HOME": "/h"], files: files)) == ["/h/.config/calmdesk/playbook"])
    #expect(try overlays(path(["HOME": "/nobody"], files: files)) == [])
    #expect(try overlays(path(["CALMDESK_PLAYBOOK": ""], files: files)) == [])
  }

  @Test(arguments: [
    (
      "/none" as String?, [:] as [String: String],
      "--playbook names “/none”, which is no folder; name the folder that holds procedures/,"
        + " phrases/ or another part of a playbook."
    ),
    (
      nil, ["CALMDESK_PLAYBOOK": "/none"],
      "CALMDESK_PLAYBOOK names “/none”, which is no folder; name the folder that holds procedures/,"
        + " phrases/ or another part of a playbook."
    ),
  ])
  func `a folder that is named and not there is an error`(
    option: String?, environment: [String: String], sentence: String
  ) {
    let error = #expect(throws: PlaybookNotFound.self) {
      try path(option: option, environment).layers()
    }
    #expect(error?.sentence == sentence)
  }

  @Test func `a program without its playbook says where it looked`() {
    let error = #expect(throws: PlaybookNotFound.self) { try path(files: [:]).layers() }
    #expect(
      error?.sentence
        == "The shipped playbook is missing. Looked in: /opt/share/calmdesk,"
        + " /opt/bin/calmdesk_Playbook.resources/Resources. Install calmdesk with its share folder."
    )
    let lost = #expect(throws: PlaybookNotFound.self) { try path(folder: nil).layers() }
    #expect(
      lost?.sentence
        == "The shipped playbook cannot be found: the program cannot tell where it lies itself.")
  }

  @Test func `files that cannot be read as text are named`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "playbook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let procedures = folder.appending(path: "procedures")
    try FileManager.default.createDirectory(
      at: procedures.appending(path: "odd.yaml"), withIntermediateDirectories: true)
    try Data([0x69, 0x64, 0x3A, 0xFF, 0xFE]).write(to: procedures.appending(path: "bad.yaml"))
    let layer = PlaybookLayer(root: folder.path, isBase: true)
    let playbook = Playbook(layers: [layer])
    #expect(playbook.procedureIDs == ["bad", "odd"])
    #expect(playbook.procedure("bad") == nil)
    #expect(playbook.procedure("odd") == nil)
    #expect(
      playbook.problems.map(\.description) == [
        "procedures/bad.yaml: The file is not UTF-8 text; save it as UTF-8.",
        "procedures/odd.yaml: This is a folder where a file is expected; rename it.",
      ])
  }
}
