import { describe, expect, it } from "vitest";
import { composeLetter } from "~/domain/mail/compose-letter";
import { htmlOf } from "~/domain/mail/html";
import { plainTextOf } from "~/domain/mail/plain-text";
import {
  leavesAtOnce,
  MAIL_SCHEMAS,
  MAIL_TEMPLATES,
  WARNING_REASONS,
  type Mail,
  type MailData,
} from "~/domain/mail/templates";

const ORIGIN = "https://review.example.org";
const NOW = new Date("2026-12-11T09:00:00.000Z");
const frame = { origin: ORIGIN, recipientName: "Priya Nair", now: NOW };
const at = "2026-12-18T14:02:00.000Z";

const REMINDER: MailData<"reminder"> = {
  title: "Inclusion Toolkit",
  schoolName: "Marsh Lane Primary School",
  responseId: "2",
  done: 38,
  of: 49,
  minutes: 20,
  deadline: "2026-12-18",
  names: "first",
  finalDeadline: "2027-01-22",
  note: "",
  left: ["8 statements without a level, and 3 to finish", "sections C, F, G and H to sum up"],
  carryOn: { label: "Carry on at C3", path: "/schools/1/self-reviews/2/sections/C#C3" },
  from: {
    name: "Hannah Osei",
    title: "Inclusion officer for Eastmarsh, Wealdshire Council",
    email: "hannah.osei@wealdshire.example",
  },
};

const renewal = {
  schoolName: "Marsh Lane Primary School",
  title: "Asthma Friendly Schools",
  organisation: "NHS Wealdshire",
  until: "2027-03-12",
  path: "/schools/900412/confirmations/one",
};

const EACH: { [T in Mail["template"]]: Extract<Mail, { template: T }> } = {
  invitation: {
    template: "invitation",
    data: {
      inviterName: "Joan Whitfield",
      placeName: "Marsh Lane Primary School",
      roleName: "colleague",
      path: "/join/secret",
      expiresAt: at,
    },
  },
  "password-reset": { template: "password-reset", data: { path: "/reset/secret", expiresAt: at } },
  confirmation: {
    template: "confirmation",
    data: { ...renewal, what: "confirmed", reason: "" },
  },
  "renewal-due": { template: "renewal-due", data: renewal },
  "claim-code": {
    template: "claim-code",
    data: {
      schoolName: "Marsh Lane Primary School",
      askedByName: "Joan Whitfield",
      code: "K7QM-4D2P",
      path: "/claim",
      expiresAt: at,
    },
  },
  "sign-in-warning": {
    template: "sign-in-warning",
    data: { reason: "new-browser", happenedAt: at, path: "/account" },
  },
  "password-changed": { template: "password-changed", data: { happenedAt: at, path: "/reset" } },
  "email-change": {
    template: "email-change",
    data: { path: "/account/email/confirm?token=secret", expiresAt: at },
  },
  "email-change-asked": {
    template: "email-change-asked",
    data: { newEmail: "priya@new.example", happenedAt: at, path: "/account/email/stop?token=s" },
  },
  "email-taken": { template: "email-taken", data: { happenedAt: at, path: "/sign-in" } },
  "self-reviews-going": {
    template: "self-reviews-going",
    data: {
      schoolName: "Oakfold Primary School",
      titles: ["Inclusion Toolkit, private", "Mainstream Core Standards, Autumn review"],
      goesOn: "2027-10-01",
      path: "/schools/900001/retention",
    },
  },
  "account-going": {
    template: "account-going",
    data: { goesOn: "2027-10-01", path: "/account/my-data" },
  },
  "return-received": {
    template: "return-received",
    data: {
      schoolName: "Marsh Lane Primary School",
      title: "Inclusion Toolkit 2026 to 2027",
      number: 1,
      organisationName: "Wealdshire Council",
      signedAt: at,
      replyBy: "2027-01-22",
      path: "/schools/900001/self-reviews/1/signed/1",
    },
  },
  "return-step": {
    template: "return-step",
    data: {
      what: "question",
      schoolName: "Marsh Lane Primary School",
      title: "Inclusion Toolkit 2026 to 2027",
      organisationName: "Wealdshire Council",
      itemKey: "C5",
      path: "/schools/900001/self-reviews/1/replies",
    },
  },
  "details-removed": {
    template: "details-removed",
    data: {
      schoolName: "Marsh Lane Primary School",
      title: "Inclusion Toolkit 2026",
      number: 1,
      byRole: "a manager at Kent County Council",
      removedAt: at,
      path: "/schools/1/self-reviews/2/signed/1",
    },
  },
  digest: {
    template: "digest",
    data: {
      places: [
        { name: "Marsh Lane", lines: [{ text: "Sign the Toolkit", path: "/schools/1" }] },
        { name: "Kent", lines: [{ text: "Two addresses came back", path: "/organisations/kent" }] },
      ],
      stopPath: "/mails/stop/secret",
    },
  },
  reminder: { template: "reminder", data: REMINDER },
  "round-step": {
    template: "round-step",
    data: {
      what: "invited",
      roundTitle: "Inclusion Toolkit 2026 to 2027",
      schoolName: "Marsh Lane Primary School",
      organisationName: "Wealdshire Council",
      opensOn: null,
      firstDeadline: "2026-12-18",
      finalDeadline: "2027-01-22",
      words: "",
      path: "/schools/900001",
    },
  },
  letter: {
    template: "letter",
    data: {
      subject: "Inclusion Toolkit: Marsh Lane Primary School",
      paragraphs: ["It is not signed yet.", "Reply to this e-mail."],
      schoolName: "Marsh Lane Primary School",
      path: "/schools/1",
      from: REMINDER.from,
    },
  },
  "visit-step": {
    template: "visit-step",
    data: {
      what: "invited-reviewer",
      schoolName: "Marsh Lane Primary School",
      visitOn: null,
      startsAt: null,
      endsAt: null,
      by: "2026-12-18",
      who: "",
      words: "",
      calendar: null,
      path: "/visits/1",
    },
  },
};

const bothOf = (mail: Mail) => {
  const letter = composeLetter(mail, frame);
  return { letter, text: plainTextOf(letter), html: htmlOf(letter) };
};
const reminder = (over: Partial<MailData<"reminder">>) =>
  plainTextOf(composeLetter({ template: "reminder", data: { ...REMINDER, ...over } }, frame));

describe("every template", () => {
  it.each(MAIL_TEMPLATES)("%s says the same in plain text and HTML", (template) => {
    const { letter, text, html } = bothOf(EACH[template]);
    expect(letter.subject.length).toBeGreaterThan(10);
    expect(text).toMatch(/^(Dear Priya|To the office of Marsh Lane Primary School)$/m);
    for (const line of text.split("\n")) {
      const words = line.replace(/^- |:$|: https.*$|^--$/g, "").trim();
      const bare = html.replace(/<\/?strong>/g, "").replace(/&#39;/g, "'");
      expect(bare).toContain(words);
    }
  });

  it.each(MAIL_TEMPLATES)("%s links to our own pages only, and fetches nothing", (template) => {
    const { text, html } = bothOf(EACH[template]);
    const links = [...`${text}${html}`.matchAll(/https?:\/\/[^\s"<]+/g)].map(([link]) => link);
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !link.startsWith(`${ORIGIN}/`))).toEqual([]);
    expect(html).not.toMatch(/<(img|script|link|iframe|form)|url\(/i);
  });

  it.each(MAIL_TEMPLATES)("%s keeps to the words of the screen", (template) => {
    const { text } = bothOf(EACH[template]);
    expect(text).not.toMatch(/please|successful|!|inspect|grade|revision|click/i);
  });
});

describe("words typed by people", () => {
  it("cannot become HTML or a header", () => {
    const mail = EACH.invitation;
    const placeName = `<b onclick="x">St Mary's & co</b>`;
    const { html } = bothOf({ ...mail, data: { ...mail.data, placeName } });
    expect(html).toContain("&lt;b onclick=&quot;x&quot;&gt;St Mary&#39;s &amp; co&lt;/b&gt;");
    expect(html).not.toContain("<b onclick");
  });
});

describe("paths", () => {
  it.each(["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere", "join", "/a b"])(
    "%s is refused",
    (path) => {
      expect(MAIL_SCHEMAS["password-reset"].safeParse({ path, expiresAt: at }).success).toBe(false);
    },
  );
});

describe("the reminder", () => {
  it("reads as it was designed", () => {
    const { letter, text } = bothOf(EACH.reminder);
    expect(letter.subject).toBe("Inclusion Toolkit is due on Friday 18 December");
    expect(letter.heading).toBe("11 statements left, about 20 minutes");
    expect(letter.replyTo?.email).toBe("hannah.osei@wealdshire.example");
    expect(text).toContain(
      "Marsh Lane Primary School has done 38 of 49 statements. The first deadline is Friday 18 December, one week from today. After that there is a final deadline on Friday 22 January.",
    );
    expect(text).toContain("What is left, about 20 minutes:\n- 8 statements without a level");
    expect(text).toContain(`Carry on at C3:\n${ORIGIN}/schools/1/self-reviews/2/sections/C#C3`);
  });

  it.each([
    ["2026-12-11", "Friday 11 December, today."],
    ["2026-12-12", "tomorrow."],
    ["2026-12-14", "3 days from today."],
    ["2026-12-25", "2 weeks from today."],
  ])("says how far away %s is", (deadline, words) => {
    expect(reminder({ deadline })).toContain(words);
  });

  it.each([
    [
      "2026-12-10",
      "2027-01-22",
      "It was due yesterday. Nothing is lost: you can sign until Friday 22 January.",
    ],
    ["2026-12-04", null, "It was due on Friday 4 December. Nothing is lost: you can still sign."],
    [
      "2026-11-04",
      "2026-12-10",
      "It was due on Wednesday 4 November. Nothing is lost: you can still sign.",
    ],
  ])("of %s, final %s, says what is still possible", (deadline, finalDeadline, words) => {
    expect(reminder({ deadline, finalDeadline })).toContain(words);
  });

  it("speaks of the final deadline, or of the only one, by its name", () => {
    const over = { deadline: "2026-12-18", finalDeadline: null };
    expect(reminder({ ...over, names: "final" })).toContain(
      "The final deadline is Friday 18 December, one week from today.",
    );
    expect(reminder({ ...over, names: "only" })).toContain("The deadline is Friday 18 December,");
  });

  it("carries the manager’s own paragraphs", () => {
    const text = reminder({ note: "Join the drop-in\non Tuesday.\n\nBring questions." });
    expect(text).toContain("Join the drop-in on Tuesday.\n\nBring questions.");
  });

  it("counts one as one", () => {
    const text = reminder({ done: 48, minutes: 1, left: ["1 statement without a level"] });
    expect(text).toContain("What is left, about 1 minute:");
    const { heading } = composeLetter(
      { template: "reminder", data: { ...REMINDER, done: 48, minutes: 1 } },
      frame,
    );
    expect(heading).toBe("1 statement left, about 1 minute");
  });
});

describe("warnings", () => {
  const warning = (reason: (typeof WARNING_REASONS)[number]) => {
    const happenedAt = "2026-07-01T13:02:00.000Z";
    const data = { reason, happenedAt, path: "/account" };
    return bothOf({ template: "sign-in-warning", data }).text;
  };
  const byThemselves = WARNING_REASONS.filter((reason) => reason !== "second-factor-reset");

  it.each(byThemselves)("%s says what happened, when in London, and what to do", (reason) => {
    const text = warning(reason);
    expect(text).toContain("14:02 on Wednesday 1 July. If it was you, there is nothing to do.");
    expect(text).toContain(`It was not me:\n${ORIGIN}/account`);
  });

  it("second-factor-reset says who did it, when, and how to get in again", () => {
    const text = warning("second-factor-reset");
    expect(text).toContain("Someone who manages your school or organisation");
    expect(text).toContain("14:02 on Wednesday 1 July. You are signed out everywhere.");
    expect(text).toContain(`Go to your account:\n${ORIGIN}/account`);
  });
});

describe("a confirmation", () => {
  const text = (what: "confirmed" | "renewed" | "withdrawn", reason = "") =>
    plainTextOf(
      composeLetter({ template: "confirmation", data: { ...renewal, what, reason } }, frame),
    );

  it("says until when, by whom, and where the certificate is", () => {
    expect(text("confirmed")).toContain(
      "NHS Wealdshire has confirmed Marsh Lane Primary School for Asthma Friendly Schools until 12 March 2027.",
    );
    expect(text("confirmed")).toContain(`${ORIGIN}/schools/900412/confirmations/one`);
    expect(text("renewed")).toContain("It goes on from the confirmation before.");
  });

  it("that was withdrawn gives the reason, in the words of who withdrew it", () => {
    expect(text("withdrawn", "The kit has gone.")).toContain("Their reason: The kit has gone.");
  });

  it("that runs out is reminded of in school time only", () => {
    expect(leavesAtOnce("renewal-due")).toBe(false);
    expect(plainTextOf(composeLetter(EACH["renewal-due"], frame))).toContain("until 12 March 2027");
  });
});

describe("an office", () => {
  it("is greeted by the school's name and given the code on a line of its own", () => {
    const recipientName = "The office of Marsh Lane Primary School";
    const text = plainTextOf(composeLetter(EACH["claim-code"], { ...frame, recipientName }));
    expect(text).toContain("To the office of Marsh Lane Primary School\n");
    expect(text).toContain("\n    K7QM-4D2P\n");
  });
});
