#if PostgreSQL
  import Vocabulary

  /// What a column holds.
  enum StoredValue: Sendable {
    case integer(Int64)
    case text(String)
    case numbers([Int64])
    case texts([String])
    case nothing

    static func number(_ number: Int) -> StoredValue { .integer(Int64(number)) }

    static func number(_ number: Int?) -> StoredValue {
      number.map(StoredValue.number) ?? .nothing
    }

    /// Milliseconds since 1970.
    static func time(_ time: Instant?) -> StoredValue {
      time.map { .integer($0.milliseconds) } ?? .nothing
    }

    static func name<Kind>(_ name: Name<Kind>?) -> StoredValue {
      name.map { .text($0.rawValue) } ?? .nothing
    }

    static func optional(_ text: String?) -> StoredValue {
      text.map(StoredValue.text) ?? .nothing
    }

    /// As the server reads it, nil for NULL. Holds no NUL.
    var wire: String? {
      switch self {
      case .integer(let number): "\(number)"
      case .text(let text): StoredText.stored(text)
      case .numbers(let numbers): "{" + numbers.map { "\($0)" }.joined(separator: ",") + "}"
      case .texts(let texts):
        "{" + texts.map { Self.quoted(StoredText.stored($0)) }.joined(separator: ",") + "}"
      case .nothing: nil
      }
    }

    /// A text as an element of an array.
    private static func quoted(_ text: String) -> String {
      var bytes: [UInt8] = [UInt8(ascii: "\"")]
      bytes.reserveCapacity(text.utf8.count + 2)
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
          bytes.append(UInt8(ascii: "\\"))
        }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Texts as the tables hold them: the server keeps no NUL, and customers' words may hold one.
  ///
  /// U+10FFFF, which stands for nothing, begins a pair: with `0` it is a NUL, with `1` itself.
  enum StoredText {
    private static let mark: [UInt8] = [0xF4, 0x8F, 0xBF, 0xBF]
    private static let zero = UInt8(ascii: "0")
    private static let one = UInt8(ascii: "1")

    /// As the tables hold it.
    static func stored(_ text: String) -> String {
      // The mark begins with a byte that is rare; most texts are passed on as they are.
      guard text.utf8.contains(where: { $0 == 0 || $0 == mark[0] }) else { return text }
      var bytes: [UInt8] = []
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0: bytes += mark + [zero]
        case 0x10FFFF: bytes += mark + [one]
        default: bytes += Array(String(scalar).utf8)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }

    /// As it was before it was stored.
    static func read(_ text: String) -> String {
      guard text.utf8.contains(mark[0]) else { return text }
      var result = String.UnicodeScalarView()
      var isMarked = false
      for scalar in text.unicodeScalars {
        if isMarked {
          result.append(scalar.value == UInt32(zero) ? "\0" : "\u{10FFFF}")
          isMarked = false
        } else if scalar.value == 0x10FFFF {
          isMarked = true
        } else {
          result.append(scalar)
        }
      }
      return String(result)
    }
  }
#endif
