import Language
import Testing

/// Words shown to somebody who need not know who the customer is.
@Suite struct ContactRedactionTests {
  @Test(arguments: [
    ("Ring 07700 900123 today", [], "Ring 077****0123 today"),
    ("write to eve.reed@example.org!", [], "write to e***@example.org!"),
    ("order QW-48213 of Ms Reed", ["Ms Reed"], "order QW-48213 of M**"),
    ("Reed again, and the reeds", ["Ms Reed"], "R** again, and the reeds"),
    ("Sam said the same, Samuel too", ["Sam"], "S** said the same, Samuel too"),
    ("王小明说王小明没收到", ["王小明"], "王**说王**没收到"),
    ("打 13812345678 找陈女士", ["陈女士"], "打 138****5678 找陈**"),
    ("", ["Ms Reed"], ""),
  ])
  func `who is meant is hidden, the rest stays`(text: String, names: [String], shown: String) {
    #expect(Redaction.anonymous(text, names: names) == shown)
  }
}
