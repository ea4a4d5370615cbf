import Console
import ConsoleTesting
import Foundation
import Testing

/// Whole shifts by robots who press anything, watched at every key.
///
/// `CALMDESK_ROBOT=3600` makes each an hour of stepped time.
@Suite struct RobotTests {
  private static let seconds: Int64 = {
    let named = ProcessInfo.processInfo.environment["CALMDESK_ROBOT"].flatMap(Int64.init)
    return max(1, named ?? 60)
  }()
  private static let seeds: ClosedRange<UInt64> = {
    let named = ProcessInfo.processInfo.environment["CALMDESK_ROBOT_SEEDS"].flatMap(UInt64.init)
    return 1...max(1, named ?? 3)
  }()

  @Test(arguments: seeds)
  func `no key, customer or failing desk breaks the console`(_ seed: UInt64) throws {
    let shift = try RobotShift(seed: seed)
    try shift.play(seconds: Self.seconds)
    #expect(shift.faults.isEmpty, "seed \(seed): \(shift.faults.joined(separator: "\n"))")
    // What a console keeps does not grow with the shift.
    let large = shift.holdings.filter { $0.value > 500 }
    #expect(large.isEmpty, "seed \(seed): \(large)")
    #expect(shift.steps > 100)
    guard Self.seconds >= 600 else { return }
    // A shift in which nothing happens proves nothing.
    #expect(shift.asked.count > 8, "seed \(seed): only \(shift.asked)")
    print("seed \(seed): \(shift.steps) steps, \(shift.asked)")
  }
}
