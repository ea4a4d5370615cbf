import Console
import ConsoleTesting
import Desk
import Screen
import Testing
import Vocabulary

/// Panes that are kept between keys: nobody may see that they were.
@Suite struct KeptPanesTests {
  private static let keys: [Key] =
    Array("abcehnrstuv \\/123?").map { Key.character($0) }
    + [
      .up, .down, .up, .down, .pageUp, .pageDown, .home, .end, .left, .right, .enter, .enter,
      .escape, .escape, .tab, .backTab, .backspace, .control("j"), .control("w"), .control("z"),
      .paste("one two three four five six seven eight nine ten eleven twelve thirteen"),
      .character("中"), .alt(.character("1")),
    ]

  /// The frame of the same model without anything kept: drafts of nobody tell it nothing new.
  private func drawnAnew(_ model: Model) -> Frame {
    var model = model
    _ = model.update(.drafts([:]))
    return model.view()
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)], 1...4)
  func `a screen with kept panes is the one that is drawn anew`(_ size: Size, _ seed: Int) throws {
    let bench = try Workbench.shipped()
    let refs = try (0..<40).map { number in
      try bench.open("Where is parcel \(number)? I have waited a week!", by: "Customer \(number)")
    }
    let driver = try Driver(bench, as: "sam", size: size)
    var random = SeededNumbers(seed: UInt64(seed))
    driver.press("t")
    for step in 0..<400 {
      let key = Self.keys.randomElement(using: &random) ?? .down
      // Most keys come in runs of typing and moving, which is what panes are kept for.
      for _ in 0..<Int.random(in: 1...3, using: &random) { driver.press(key) }
      switch Int.random(in: 0..<12, using: &random) {
      case 0: driver.pass(seconds: Int64.random(in: 0...90, using: &random))
      case 1:
        if let ref = refs.randomElement(using: &random) {
          try bench.hear("And now? Number \(step).", on: ref)
          driver.follow()
        }
      default: break
      }
      let anew = drawnAnew(driver.model)
      if driver.frame != anew {
        Issue.record("after \(key), step \(step):\n\(driver.screen)\nanew:\n\(anew.text)")
        return
      }
    }
  }

  @Test func `typing and moving draw what they change`() throws {
    let bench = try Workbench.shipped()
    for name in ["Ms Reed", "Mr Bassi", "Ms Okafor"] {
      try bench.open("Where is my parcel?", by: name)
    }
    let driver = try Driver(bench, as: "sam")
    driver.press("t", "r")
    driver.type("I am looking")
    #expect(driver.screen.contains("I am looking"))
    driver.pass(seconds: 30)
    driver.type(" into it")
    #expect(driver.screen.contains("I am looking into it"))
    #expect(driver.screen.contains("30s"))
    driver.press("escape", "escape")
    let before = driver.model.queue.selected
    driver.press("down")
    #expect(driver.model.queue.selected != before)
    #expect(driver.frame == drawnAnew(driver.model))
  }
}

/// A generator that yields the same numbers for the same seed (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
