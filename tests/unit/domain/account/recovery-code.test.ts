import { describe, expect, it } from "vitest";
import {
  formatRecoveryCode,
  readAppCode,
  readRecoveryCode,
  RECOVERY_ALPHABET,
} from "~/domain/account/recovery-code";

describe("a recovery code", () => {
  it("is shown in groups of four", () => {
    expect(formatRecoveryCode("k7m2p9qx4rdt")).toBe("k7m2-p9qx-4rdt");
  });

  it.each(["k7m2-p9qx-4rdt", "K7M2P9QX4RDT", " k7m2 p9qx – 4rdt "])("is read from %j", (typed) => {
    expect(readRecoveryCode(typed)).toBe("k7m2p9qx4rdt");
  });

  it.each(["", "k7m2-p9qx", "k7m2-p9qx-4rdt-k7m2", "k0m2-p9qx-4rdt", "123456"])(
    "is not read from %j",
    (typed) => {
      expect(readRecoveryCode(typed)).toBeNull();
    },
  );

  it("has no sign that is mistaken for another", () => {
    expect(RECOVERY_ALPHABET).not.toMatch(/[01ilou]/);
    expect(new Set(RECOVERY_ALPHABET).size).toBe(RECOVERY_ALPHABET.length);
  });
});

describe("an app's code", () => {
  it.each(["123456", "123 456", " 123456 "])("is read from %j", (typed) => {
    expect(readAppCode(typed)).toBe("123456");
  });

  it.each(["", "12345", "1234567", "12345a", "１２３４５６"])("is not read from %j", (typed) => {
    expect(readAppCode(typed)).toBeNull();
  });
});
