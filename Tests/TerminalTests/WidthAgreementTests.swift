#if canImport(Glibc)
  import CNcurses
  import Glibc
  import Screen
  import Testing

  /// The screen's measure against the C library's, which ncurses goes by.
  @Suite struct WidthAgreementTests {
    /// Scalars that a frame shows in a cell of another width than the C library gives them.
    private func disagreements(_ scalars: some Sequence<UInt32>) -> [UInt32] {
      var frame = Frame(Size(columns: 2, rows: 1))
      return scalars.filter { number in
        guard let scalar = Unicode.Scalar(number) else { return false }
        frame.put(String(Character(scalar)), at: .zero)
        guard let cell = frame.cell(at: .zero), cell.base == number else { return false }
        return Int(cn_width(number)) != cell.width
      }
    }

    @Test func `both count the same columns`() throws {
      try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
      // In daily use, exactly; over all of Unicode but for what newer libraries know otherwise.
      let daily: [ClosedRange<UInt32>] = [
        0x20...0x24F, 0x370...0x52F, 0x2010...0x206F, 0x20A0...0x20C0, 0x2100...0x23FF,
        0x2460...0x27BF, 0x2E80...0x33FF, 0x4E00...0x9FFC, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFFEF, 0x1F300...0x1F64F, 0x20000...0x2A6DD,
      ]
      for range in daily { #expect(disagreements(range) == []) }
      #expect(disagreements(0x20..<0x110000).count < 300)
    }
  }
#endif
