#if PostgreSQL
  /// Why a question got no answer.
  enum LineError: Error, Equatable {
    /// There is no connection any more, or there never was; `why` stands within a sentence.
    case lost(why: String)
    /// The server refused: its five-letter code and its words.
    case server(code: String, words: String)
  }

  extension LineError {
    /// Codes of the server that this store goes by.
    enum Code {
      /// Two writers waited for each other, and the server ended this one.
      static let deadlock = "40P01"
      static let serialization = "40001"
      /// Somebody else has just kept a row of the same name.
      static let twice = "23505"
      static let lockTimeout = "55P03"
      static let noPrivilege = "42501"
      static let noObject = "42704"
      static let diskFull = "53100"
      static let readOnly = "25006"
      static let dataCorrupted = "XX001"
      static let indexCorrupted = "XX002"
      /// One of our own functions refused; its words are a sentence without its full stop.
      static let refused = "CD001"
    }

    /// Whether the same may be tried again at once.
    var givesWay: Bool {
      guard case .server(let code, _) = self else { return false }
      return [Code.deadlock, Code.serialization, Code.twice].contains(code)
    }
  }
#endif
