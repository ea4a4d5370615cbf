extension NumberToken {
  /// What the words before a number say it is.
  enum Name: Sendable { case order, phone }

  /// Words that name the number after them, folded; longest first where one ends another.
  private static let names: [(words: [UInt32], name: Name)] =
    [
      "订单号码", "订单编号", "订单号", "订单", "运单号", "运单", "快递单", "单号", "工单号", "工单",
      "案件编号", "合同号", "流水号", "受理编号", "受理号", "order number", "order no", "order id",
      "order ref", "order reference", "order", "tracking number", "ticket number", "ticket",
      "case number", "case", "reference number", "reference", "invoice number", "invoice",
      "booking reference", "confirmation number", "contract number",
    ].map { ($0.unicodeScalars.map(\.value), Name.order) }
    + [
      "手机号码", "手机号", "手机", "电话号码", "电话", "号码", "联系方式", "门号", "phone number",
      "phone", "mobile number", "mobile", "cell", "tel", "telephone", "call me on", "call me at",
      "reach me on", "reach me at", "my number", "ring me on",
    ].map { ($0.unicodeScalars.map(\.value), Name.phone) }

  /// Words and signs that may stand between the name and the number.
  private static let links: [[UInt32]] = ["是", "为", "is", "was"]
    .map { $0.unicodeScalars.map(\.value) }

  /// The name that stands right before `start`, if any.
  static func name(before start: Int, in text: FoldedText) -> Name? {
    var end = start
    var links = 0
    skipping: while end > 0, start - end < 12 {
      switch text.at(end - 1) {
      case 0x20, 0x3A, 0x23, 0x2E, 0x3D, 0x2C, 0x28, 0x5B, 0x3010: end -= 1
      default:
        guard links < 2,
          let link = Self.links.first(where: { text.ends($0, at: end) })
        else { break skipping }
        links += 1
        end -= link.count
      }
    }
    if let name = names.first(where: { text.ends($0.words, at: end) }) { return name.name }
    return nil
  }
}

extension FoldedText {
  /// Whether `words` stand right before `end`, as words of their own.
  func ends(_ words: [UInt32], at end: Int) -> Bool {
    let start = end - words.count
    guard start >= 0 else { return false }
    for (offset, scalar) in words.enumerated() where at(start + offset) != scalar { return false }
    return isWordStart(start)
  }
}
