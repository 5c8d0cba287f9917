import { describe, expect, it } from "vitest";
import { mayBeClaimed, readClaimCode } from "~/domain/people/claim-code";
import {
  judgeInvitation,
  rolesOfOrganisation,
  rolesToOffer,
  type InvitationFields,
} from "~/domain/people/invitation";
import { readEmail, readPersonName } from "~/domain/people/person-fields";
import { roleName } from "~/domain/people/role-names";
import { invitationState, looksLikeToken } from "~/domain/people/single-use-token";

const fields = (over: Partial<InvitationFields> = {}): InvitationFields => ({
  name: "Siân Ŵyn-Price",
  email: " Sian@School.example ",
  role: "governor",
  from: "",
  to: "",
  signingTitle: "link governor",
  questionnaireKey: "",
  ...over,
});
const roles = ["head", "coordinator", "contributor", "governor"] as const;
const judge = (over: Partial<InvitationFields>) =>
  judgeInvitation(fields(over), {
    today: "2026-11-24",
    roles,
    questionnaires: ["asthma-friendly"],
  });
const problemsOf = (over: Partial<InvitationFields>) => {
  const judged = judge(over);
  return judged.ok ? [] : judged.problem.map(({ field }) => field);
};

describe("an invitation", () => {
  it("is read as it is kept", () => {
    expect(judge({})).toEqual({
      ok: true,
      value: {
        name: "Siân Ŵyn-Price",
        email: "Sian@School.example",
        emailNormal: "sian@school.example",
        role: "governor",
        from: "2026-11-24",
        to: null,
        signingTitle: "link governor",
        questionnaireKey: null,
      },
    });
  });

  it("gives only roles of the list", () => {
    expect(problemsOf({ role: "manager" })).toEqual(["role"]);
    expect(problemsOf({ role: "" })).toEqual(["role"]);
  });

  it("limits roles to a questionnaire there is, and no headteacher", () => {
    expect(problemsOf({ questionnaireKey: "asthma-friendly" })).toEqual([]);
    expect(problemsOf({ questionnaireKey: "other" })).toEqual(["questionnaireKey"]);
    expect(problemsOf({ role: "head", questionnaireKey: "asthma-friendly" })).toEqual([
      "questionnaireKey",
    ]);
  });

  it("carries no message in a title", () => {
    expect(problemsOf({ signingTitle: "see evil.example/1" })).toEqual(["signingTitle"]);
    expect(problemsOf({ signingTitle: "x".repeat(81) })).toEqual(["signingTitle"]);
  });
});

describe("roles to offer", () => {
  it("hold the headteacher's only for those who may", () => {
    expect(rolesToOffer({ manage: true, inviteHead: false })).not.toContain("head");
    expect(rolesToOffer({ manage: true, inviteHead: true })).toContain("head");
    expect(rolesToOffer({ manage: false, inviteHead: true })).toEqual([]);
  });

  it("of a health body hold no reviewer", () => {
    expect(rolesOfOrganisation("health")).toEqual(["officer", "manager"]);
    expect(roleName({ role: "officer", kind: "health" })).toBe("NHS officer");
  });
});

describe("names and addresses", () => {
  it.each(["Ng", "Małgorzata Zając", "Anne-Marie O’Neill", "J. Okoro", "Đặng Văn Bình"])(
    "%s is a name",
    (name) => expect(readPersonName(name)).toBe(name.normalize("NFC")),
  );

  it.each(["", "A1", "www.evil.example/x", "a@b", "x".repeat(81), "Ring 0800", "Bo\u0000"])(
    "%j is none",
    (name) => expect(readPersonName(name)).toBeNull(),
  );

  it("of mail are refused where they are none", () => {
    expect(readEmail("a@b")).toBeNull();
    expect(readEmail("a@b.example\r\nBcc: x@y.example")).toBeNull();
    expect(readEmail(`${"a".repeat(250)}@b.example`)).toBeNull();
  });
});

describe("a link", () => {
  const at = new Date("2026-11-24T10:00:00Z");
  const one = { expiresAt: at, acceptedAt: null, withdrawnAt: null };

  it("waits until its end, unless it was used or taken back", () => {
    expect(invitationState(one, new Date(at.getTime() - 1))).toBe("waiting");
    expect(invitationState(one, at)).toBe("expired");
    expect(invitationState({ ...one, withdrawnAt: at }, at)).toBe("withdrawn");
    expect(invitationState({ ...one, acceptedAt: at }, at)).toBe("accepted");
  });

  it("is fifty figures", () => {
    expect(looksLikeToken("0".repeat(50))).toBe(true);
    expect(looksLikeToken("0".repeat(49))).toBe(false);
    expect(looksLikeToken(`${"0".repeat(50)}\n`)).toBe(false);
  });
});

describe("a code to claim a school", () => {
  it("is read however it is typed", () => {
    expect(readClaimCode(" K7QM – 4d2p ")).toBe("k7qm4d2p");
    expect(readClaimCode("k7qm4d2")).toBeNull();
    expect(readClaimCode("k7qm4d2l")).toBeNull();
  });

  it("is mailed where there is an office and nobody leads", () => {
    const school = { officeEmail: "office@x.example", closedOn: null, isLed: false };
    expect(mayBeClaimed(school)).toBe(true);
    expect(mayBeClaimed({ ...school, isLed: true })).toBe(false);
    expect(mayBeClaimed({ ...school, officeEmail: " " })).toBe(false);
    expect(mayBeClaimed({ ...school, closedOn: "2025-08-31" })).toBe(false);
  });
});
