import { describe, expect, it } from "vitest";
import { certificateHash } from "~/services/documents/make-document.server";
import { checkDocument } from "~/services/verify/check-document.server";
import type { CheckView } from "~/services/verify/views";
import { keepCertificate } from "~db/queries/documents";
import { sealed } from "~tests/support/a-sealer";
import type { TestApp } from "~tests/support/test-app";
import {
  aServiceWithACopy,
  changedAt,
  CHECK_CODE,
  REFERENCE,
  SEALED_AT,
  sealedPdf,
  UNKNOWN_REFERENCE,
} from "./a-sealed-copy";

const LATIN1 = "latin1";

async function checkBytes(app: TestApp, bytes: Uint8Array): Promise<CheckView | string> {
  const found = await checkDocument(app, { file: bytes, reference: "" });
  return found.ok ? found.value : found.problem;
}
async function checkTyped(app: TestApp, reference: string): Promise<CheckView | string> {
  const found = await checkDocument(app, { file: null, reference });
  return found.ok ? found.value : found.problem;
}
/** Everything a person could learn, as one text. */
const said = (view: unknown): string => JSON.stringify(view);

describe("a file that is ours, byte for byte", () => {
  it("is genuine, and names the school, the round, who signed, when, and the printed check code", async () => {
    const { app, bytes } = await aServiceWithACopy();
    expect(await checkBytes(app, bytes)).toEqual({
      of: "file",
      kind: "genuine",
      copy: {
        what: "signed-copy",
        schoolName: "Marsh Lane Primary School",
        title: "Inclusion Toolkit self-review, 2026 to 2027",
        number: 1,
        reference: REFERENCE,
        signatures: [
          { title: "headteacher", kind: "signed" },
          { title: "link governor", kind: "countersigned" },
        ],
        signedAt: new Date("2026-12-14T18:03:00Z"),
        sealedAt: SEALED_AT,
        owner: "Wealdshire Council",
        checkCode: CHECK_CODE,
        detailsRemovedAt: null,
      },
    });
  });

  it("is told as superseded when the school has signed again", async () => {
    const { app, bytes } = await aServiceWithACopy({ supersededById: "a-later-copy" });
    expect(await checkBytes(app, bytes)).toMatchObject({ of: "file", kind: "superseded" });
  });

  it("is told as withdrawn when it no longer stands", async () => {
    const withdrawn = await aServiceWithACopy({ withdrawnAt: SEALED_AT });
    expect(await checkBytes(withdrawn.app, withdrawn.bytes)).toMatchObject({ kind: "withdrawn" });
  });

  it("is told as withdrawn when the school took it back", async () => {
    const { app, bytes } = await aServiceWithACopy({ state: "set-aside" });
    expect(await checkBytes(app, bytes)).toMatchObject({ of: "file", kind: "withdrawn" });
  });
});

describe("a file that was changed", () => {
  it("is never genuine and never names the school, whichever of 50 random bytes changed", async () => {
    const { app, bytes } = await aServiceWithACopy();
    // Numbers of Park and Miller, so that a failure can be made again.
    let seed = 20261214;
    for (let change = 0; change < 50; change += 1) {
      seed = (seed * 48271) % 2147483647;
      const place = seed % bytes.length;
      const view = await checkBytes(app, changedAt(bytes, place, 1 + (seed % 255)));
      expect(said(view), `byte ${place}`).toMatch(/"kind":"(altered|not-ours)"/);
      expect(said(view)).not.toMatch(/Marsh|copy|Toolkit/);
    }
  });

  it("is altered when something was added after the seal", async () => {
    const { app, bytes } = await aServiceWithACopy();
    const longer = Buffer.concat([bytes, Buffer.from("\n% a comment\n")]);
    expect(await checkBytes(app, longer)).toEqual({ of: "file", kind: "altered", sealGone: false });
  });

  it("is altered when only the signature's own room was rewritten, which its seal cannot tell", async () => {
    const { app, bytes } = await aServiceWithACopy();
    const text = Buffer.from(bytes).toString(LATIN1);
    const hex = /\/Contents ?<([0-9A-Fa-f]+)>/.exec(text)?.[1] ?? "";
    const other = hex === hex.toLowerCase() ? hex.toUpperCase() : hex.toLowerCase();
    const rewritten = Buffer.from(text.replace(hex, other), LATIN1);
    expect(rewritten.equals(bytes)).toBe(false);
    expect(await checkBytes(app, rewritten)).toMatchObject({ kind: "altered" });
  });

  it("is altered when its seal was cut away but its title still names the copy", async () => {
    const { app, bytes } = await aServiceWithACopy();
    const text = Buffer.from(bytes).toString(LATIN1);
    const bare = text
      .replaceAll("/ByteRange", "/Nothing00")
      .replaceAll("/ETSI.CAdES.detached", "/Nothing")
      .replaceAll("/Type /Sig\n", "/Type /Was\n")
      .replaceAll("/Contents <3082", "/Contents <0000");
    const view = await checkBytes(app, Buffer.from(bare, LATIN1));
    expect(view).toEqual({ of: "file", kind: "altered", sealGone: true });
  });

  it("is altered when the file was cut short", async () => {
    const { app, bytes } = await aServiceWithACopy();
    const short = bytes.subarray(0, bytes.length - 40);
    expect(await checkBytes(app, short)).toMatchObject({ kind: "altered" });
  });
});

const aPlainPdf = (words = "") => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`, LATIN1);

describe("a file that is not ours", () => {
  it("is one without a seal", async () => {
    const { app } = await aServiceWithACopy();
    expect(await checkBytes(app, aPlainPdf())).toEqual({
      of: "file",
      kind: "not-ours",
      why: "no-seal",
    });
  });

  it("is one without a seal that names a copy nobody sealed", async () => {
    const { app } = await aServiceWithACopy();
    expect(await checkBytes(app, aPlainPdf(UNKNOWN_REFERENCE))).toMatchObject({ why: "no-seal" });
  });

  it("is one sealed by someone else, even in the name of a copy of ours", async () => {
    const { app, bytes } = await aServiceWithACopy();
    const text = Buffer.from(bytes).toString(LATIN1);
    const unsealed = Buffer.from(text.slice(0, text.indexOf("%%EOF") + 6), LATIN1);
    const forged = await sealed(unsealed, REFERENCE);
    expect(await checkBytes(app, forged)).toEqual({
      of: "file",
      kind: "not-ours",
      why: "another-seal",
    });
  });

  it("is one under a whole seal of ours whose copy is not kept, and says so", async () => {
    const { app, bytes } = await aServiceWithACopy({ document: "none" });
    await keepOurCertificate(app);
    expect(await checkBytes(app, bytes)).toEqual({ of: "file", kind: "not-ours", why: "our-seal" });
  });
});

async function keepOurCertificate(app: TestApp): Promise<void> {
  const pem = (await sealedPdf()).certificatePem ?? "";
  await app.db.transact((tx) =>
    keepCertificate(tx, { id: certificateHash(pem), pem, at: SEALED_AT }),
  );
}

describe("a reference alone", () => {
  it("tells how the copy stands and when it was signed, and names nobody", async () => {
    const { app } = await aServiceWithACopy();
    expect(await checkTyped(app, REFERENCE)).toEqual({
      of: "reference",
      kind: "genuine",
      reference: REFERENCE,
      signedAt: new Date("2026-12-10T15:26:00Z"),
    });
  });

  it("is read as people type it", async () => {
    const { app } = await aServiceWithACopy();
    const typed = REFERENCE.toLowerCase().replaceAll("-", " ");
    expect(await checkTyped(app, typed)).toMatchObject({ kind: "genuine" });
  });

  it.each([
    ["superseded", { supersededById: "a-later-copy" }],
    ["withdrawn", { withdrawnAt: SEALED_AT }],
    ["signed-not-yet-sealed", { document: "asked" }],
    ["signed-not-yet-sealed", { state: "awaiting-governor", document: "none" }],
  ] as const)("says %s", async (kind, over) => {
    const { app } = await aServiceWithACopy(over);
    expect(await checkTyped(app, REFERENCE)).toMatchObject({ of: "reference", kind });
  });

  it("is not ours when no copy has it", async () => {
    const { app } = await aServiceWithACopy();
    const view = await checkTyped(app, UNKNOWN_REFERENCE);
    expect(view).toEqual({ of: "reference", kind: "not-ours" });
  });

  it("says when it is mistyped, and when it is no reference at all", async () => {
    const { app } = await aServiceWithACopy();
    const last = REFERENCE.endsWith("2") ? "3" : "2";
    expect(await checkTyped(app, `${REFERENCE.slice(0, -1)}${last}`)).toBe("mistyped");
    expect(await checkTyped(app, "118234")).toBe("not-a-reference");
  });
});

describe("what is given", () => {
  it("is a file or a reference, the file going first", async () => {
    const { app, bytes } = await aServiceWithACopy();
    expect(await checkTyped(app, "")).toBe("nothing");
    expect(await checkBytes(app, new Uint8Array())).toBe("empty");
    const both = await checkDocument(app, { file: bytes, reference: UNKNOWN_REFERENCE });
    expect(both).toMatchObject({ ok: true, value: { of: "file", kind: "genuine" } });
  });

  it("is never written to the log", async () => {
    const { app, bytes } = await aServiceWithACopy();
    await checkBytes(app, bytes);
    await checkTyped(app, REFERENCE);
    expect(app.logged).toEqual([]);
  });
});
