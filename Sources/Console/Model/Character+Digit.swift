extension Character {
  /// The digit a key stands for, 0 to 9; 一 and other numerals are words being typed.
  var digit: Int? { isASCII ? wholeNumberValue : nil }
}
