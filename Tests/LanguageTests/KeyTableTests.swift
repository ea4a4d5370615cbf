import Testing

@testable import Language

@Suite struct KeyTableTests {
  @Test(arguments: [0, 1, 7, 1_000, 20_000])
  func `every key is found with its own value, and no other`(_ count: Int) {
    // Keys as Chinese pairs have them: two numbers that are near to many others.
    func key(_ number: Int) -> UInt64 {
      UInt64(0x4E00 + number / 150) << 32 | UInt64(0x4E00 + number % 150)
    }
    let table = KeyTable((0..<count).map { (key: key($0), value: UInt32($0)) })
    var places: Set<Int> = []
    for number in 0..<count {
      let found = table.find(key(number))
      #expect(found?.value == UInt32(number))
      if let found { places.insert(found.place) }
    }
    #expect(places.count == count)
    #expect(places.allSatisfy { $0 < table.end })
    for number in count..<count + 5_000 { #expect(table.find(key(number)) == nil) }
  }
}
