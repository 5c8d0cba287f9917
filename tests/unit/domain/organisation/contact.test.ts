import { describe, expect, it } from "vitest";
import { contactWords, mainContact } from "~/domain/organisation/contact";
import { composeLetter } from "~/domain/mail/compose-letter";

const CONTACT = {
  organisation: "Wealdshire Council",
  name: "Hannah Osei",
  email: "hannah@wealdshire.example",
  telephone: "01632 960127",
};

describe("whom a school asks", () => {
  it("is the council first, then the trust, then the NHS", () => {
    const [health, trust, council] = [
      { kind: "health" as const },
      { kind: "trust" as const },
      { kind: "authority" as const },
    ];
    expect(mainContact([health, trust, council])).toBe(council);
    expect(mainContact([health, trust])).toBe(trust);
    expect(mainContact([trust].slice(1))).toBeUndefined();
  });

  it("stands under a mail", () => {
    const mail = {
      template: "password-changed",
      data: { happenedAt: "2026-11-24T10:00:00.000Z", path: "/sign-in/forgotten" },
    } as const;
    const frame = {
      origin: "https://review.example",
      recipientName: "Priya Shah",
      now: new Date("2026-11-24T10:00:00.000Z"),
    };
    expect(composeLetter(mail, { ...frame, contact: CONTACT }).foot.at(-1)).toBe(
      "Questions? Ask Hannah Osei at Wealdshire Council, hannah@wealdshire.example, 01632 960127.",
    );
    expect(composeLetter(mail, frame).foot).toHaveLength(1);
    expect(contactWords({ ...CONTACT, telephone: null })).not.toContain("null");
  });
});
