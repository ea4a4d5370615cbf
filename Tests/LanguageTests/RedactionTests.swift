import Testing

@testable import Language

@Suite struct RedactionTests {
  @Test(arguments: [
    ("card 4111 1111 1111 1111 please", "card ●●●● ●●●● ●●●● ●●●● please", Redaction.Kind.card),
    ("4111-1111-1111-1111", "●●●●●●●●●●●●●●●●●●●", .card),
    ("卡号６２２２０２１２３４５６７８９０１２８", "卡号●●●●●●●●●●●●●●●●●●●", .card),
    ("378282246310005", "●●●●●●●●●●●●●●●", .card),
    ("2024 4111111111111111", "2024 ●●●●●●●●●●●●●●●●", .card),
    ("验证码 123456", "验证码 ●●●●●●", .oneTimeCode),
    ("驗證碼是123456，快點", "驗證碼是●●●●●●，快點", .oneTimeCode),
    ("OTP 123456", "OTP ●●●●●●", .oneTimeCode),
    ("otp: 123 456", "otp: ●●● ●●●", .oneTimeCode),
    ("verification code is AB12C9.", "verification code is ●●●●●●.", .oneTimeCode),
    ("123456是验证码", "●●●●●●是验证码", .oneTimeCode),
    ("my password is hunter2!", "my password is ●●●●●●●!", .password),
    ("my password is sunshine", "my password is ●●●●●●●●", .password),
    ("密码：abc123", "密码：●●●●●●", .password),
    ("密碼是Abc_9988，謝謝", "密碼是●●●●●●●●，謝謝", .password),
    ("the code is 482913", "the code is ●●●●●●", .oneTimeCode),
    ("My code: 4829", "My code: ●●●●", .oneTimeCode),
    ("CVV 123", "CVV ●●●", .password),
    ("PIN 4821", "PIN ●●●●", .password),
  ])
  func `secrets are struck out`(_ text: String, _ masked: String, _ kind: Redaction.Kind) {
    let result = Redaction.mask(text)
    #expect(result.text == masked)
    #expect(result.kinds == [kind])
    #expect(result.text.unicodeScalars.count == text.unicodeScalars.count)
  }

  @Test(arguments: [
    "order 4111111111111112",
    "订单号 6222021234567890128",
    "订单号6222021234567890129",
    "13812345678",
    "身份证110105194912310021",
    "my password is wrong",
    "the password doesn't work",
    "忘记密码怎么办",
    "收不到验证码",
    "验证码收不到，等了10分钟",
    "error code 5012",
    "the code 5012 appears",
    "the error code is 5012",
    "password issues since Monday",
    "otp isn't coming",
    "confirmation code QW88123",
    "pin code 600017",
    "I never got the code",
    "pin the note to the wall",
    "spinning 1234",
    "1234567812345678",
    "",
    "😀",
    "w***@example.com",
  ])
  func `everything else is left as it came`(_ text: String) {
    let result = Redaction.mask(text)
    #expect(result.text == text)
    #expect(result.kinds.isEmpty)
  }

  @Test func `several secrets in one message are all struck out`() {
    let result = Redaction.mask("卡4111111111111111，密码 abc123，验证码 998877")
    #expect(result.text == "卡●●●●●●●●●●●●●●●●，密码 ●●●●●●，验证码 ●●●●●●")
    #expect(result.kinds == [.card, .password, .oneTimeCode])
  }

  @Test func `masking twice changes nothing`() {
    let once = Redaction.mask("card 4111 1111 1111 1111, otp 123456").text
    #expect(Redaction.mask(once).text == once)
    #expect(Redaction.mask(once).kinds.isEmpty)
  }

  @Test func `every valid card number is found and its neighbours are not`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      var digits = [4] + (0..<14).map { _ in Int.random(in: 0...9, using: &random) }
      var sum = 0
      for (place, digit) in digits.reversed().enumerated() {
        let value = place % 2 == 0 ? digit * 2 : digit
        sum += value > 9 ? value - 9 : value
      }
      digits.append((10 - sum % 10) % 10)
      let number = digits.map(String.init).joined()
      #expect(Redaction.mask("a \(number) b").text == "a ●●●●●●●●●●●●●●●● b", "\(number)")
      digits[15] = (digits[15] + 1) % 10
      let wrong = digits.map(String.init).joined()
      #expect(Redaction.mask("a \(wrong) b").text == "a \(wrong) b", "\(wrong)")
    }
  }

  @Test func `lists show only the ends`() {
    #expect(Redaction.display(phone: "13812345678") == "138****5678")
    #expect(Redaction.display(phone: "138 1234 5678") == "138****5678")
    #expect(Redaction.display(phone: "12345") == "****45")
    #expect(Redaction.display(phone: "") == "")
    #expect(Redaction.display(mail: "wang@example.com") == "w***@example.com")
    #expect(Redaction.display(mail: "nobody") == "n****")
    #expect(Redaction.display(mail: "@example.com") == "@****")
    #expect(Redaction.display(number: "TW-20931188") == "****1188")
    #expect(Redaction.display(number: "123") == "****3")
    #expect(Redaction.display(number: "1") == "*")
  }
}
