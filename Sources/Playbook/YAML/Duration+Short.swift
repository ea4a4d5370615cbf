extension Duration {
  /// A length of time written as `90s`, `10m`, `2h`, `3d` or `2w`; nil for anything else.
  init?(short text: String) {
    guard let unit = text.last, let number = Int64(text.dropLast()), number >= 0,
      text.first?.isNumber == true
    else { return nil }
    let seconds: Int64? =
      switch unit {
      case "s": 1
      case "m": 60
      case "h": 3600
      case "d": 86_400
      case "w": 604_800
      default: nil
      }
    guard let seconds else { return nil }
    let (total, overflow) = number.multipliedReportingOverflow(by: seconds)
    guard !overflow, total <= 100 * 366 * 86_400 else { return nil }
    self = .seconds(total)
  }
}
