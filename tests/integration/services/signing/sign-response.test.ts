import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { recallResponse } from "~/services/signing/change-signed.server";
import { noteMinute } from "~/services/signing/governor.server";
import { takeBack } from "~/services/signing/mark-ready.server";
import { readSubmission } from "~/services/signing/read-submission.server";
import { signResponse } from "~/services/signing/sign-response.server";
import { viewSign } from "~/services/signing/view-sign.server";
import type { Database } from "~db/client";
import { listSignOffsOf } from "~db/queries/submissions";
import { auditEntries, documents, outbox, responses, submissions } from "~db/schema";
import { aResponse } from "~tests/support/factories/rounds";
import { aReadySchool, copy, PROOF, sign, type ReadySchool } from "./ready-school";

const stateOf = async ({ app, response }: ReadySchool) => {
  const rows = await app.db.read.select().from(responses).where(eq(responses.id, response.id));
  return rows[0];
};
const copies = ({ app }: ReadySchool) => app.db.read.select().from(submissions);

describe("the head's signature", () => {
  test("makes one copy and asks for its PDF, however often it is sent", async () => {
    const place = await aReadySchool();
    const both = await Promise.all([sign(place), sign(place)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await sign(place)).toEqual({
      ok: false,
      problem: { code: "already-signed", number: 1 },
    });
    expect(await copies(place)).toHaveLength(1);
    expect(await place.app.db.read.$count(documents)).toBe(1);
    const asked = eq(outbox.kind, "make-document");
    expect(await place.app.db.read.$count(outbox, asked)).toBe(1);
  });

  test("is not given for answers that were changed after they were read", async () => {
    const place = await aReadySchool();
    const page = await viewSign(place.app, place.head, place.at);
    const seen = page.kind === "sign" ? page.seen : 0;
    await takeBack(place.app, place.head, place.at);
    await ready(place);
    expect(await sign(place, { seen })).toMatchObject({ problem: { code: "changed-since" } });
  });

  test("is not given for answers that change while the password is proven", async () => {
    const place = await aReadySchool();
    const { app, head, at } = place;
    let changes = 0;
    const db: Database = {
      ...app.db,
      read: app.db.read,
      transact: async (fn) => {
        changes += 1;
        if (changes === 1) {
          await takeBack(app, head, at);
          await ready(place);
        }
        return app.db.transact(fn);
      },
    };
    const signed = await signResponse({ ...app, db }, head, {
      ...at,
      declared: true,
      proof: PROOF,
    });
    expect(signed).toEqual({ ok: false, problem: { code: "changed-since" } });
    expect(await copies(place)).toEqual([]);
  });

  test("bears the title of the grant that counts for this questionnaire", async () => {
    const place = await aReadySchool();
    const schoolId = place.school.id;
    const head = await place.person(
      "Ade Cole",
      { role: "head", schoolId, questionnaireKey: "another", signingTitle: "asthma lead" },
      { role: "head", schoolId, signingTitle: "acting headteacher" },
    );
    await sign({ ...place, head });
    const [submission] = await copies(place);
    const scope = { submissionId: submission?.id ?? "" };
    const [signed] = await listSignOffsOf(place.app.db.read, scope);
    expect(signed).toMatchObject({ title: "acting headteacher", sha256: submission?.sha256 });
  });

  test("in a round says nothing of a private self-review signed before", async () => {
    const place = await aReadySchool();
    const { app, head, school, version } = place;
    const asked = { schoolId: school.id, versionId: version.id, state: "ready-to-sign" as const };
    const secret = await aResponse(app, asked);
    await sign({ ...place, at: { urn: school.urn, responseId: secret.id } });
    app.clock.advance({ days: 1 });
    await sign(place);
    const { snapshot, signatures } = await readSubmission(app, head, copy(place));
    expect(snapshot.changes).toBeNull();
    expect(signatures.map(({ name, kind }) => [name, kind])).toEqual([
      ["Margaret Ellis", "signed"],
    ]);
  });

  test("on a private self-review compares with the copy signed in a round", async () => {
    const place = await aReadySchool();
    const { app, head, school, version } = place;
    await sign(place);
    app.clock.advance({ days: 1 });
    const asked = { schoolId: school.id, versionId: version.id, state: "ready-to-sign" as const };
    const secret = await aResponse(app, asked);
    const at = { urn: school.urn, responseId: secret.id };
    await sign({ ...place, at });
    const { snapshot } = await readSubmission(app, head, { ...at, number: 1 });
    expect(snapshot.changes).toMatchObject({ since: "24 November 2026" });
  });
});

describe("an officer who reads the copy in the school's own place", () => {
  test("is noted once, with an audit row, and the copy can no longer be called back", async () => {
    const place = await aReadySchool();
    const { app, officer, head, at } = place;
    await sign(place);
    await readSubmission(app, officer, copy(place));
    await readSubmission(app, officer, copy(place));
    expect((await stateOf(place))?.openedByOfficerAt).toEqual(app.clock.now());
    expect(await opened(place)).toMatchObject([{ actorId: officer.userId }]);
    await expect(recallResponse(app, head, at)).rejects.toMatchObject({
      details: { reason: "opened-by-officer" },
    });
  });

  test("is not one of the school's people", async () => {
    const place = await aReadySchool();
    await sign(place);
    await readSubmission(place.app, place.governor, copy(place));
    expect(await opened(place)).toEqual([]);
    await recallResponse(place.app, place.head, place.at);
  });

  test("gets nothing of a copy called back in the same moment, or the call is refused", async () => {
    const place = await aReadySchool();
    const { app, officer, head, at } = place;
    await sign(place);
    const [recalled, read] = await Promise.allSettled([
      recallResponse(app, head, at),
      readSubmission(app, officer, copy(place)),
    ]);
    const won = [recalled, read].filter(({ status }) => status === "fulfilled");
    expect(won).toHaveLength(1);
  });
});

describe("a minute in place of the second signature", () => {
  test("takes no words that hold what looks like a pupil number", async () => {
    const place = await aReadySchool({ round: { governorSigns: true } });
    await sign(place);
    const minute = "Agreed on 3 December, see P000000000001";
    const noted = await noteMinute(place.app, place.head, { ...place.at, minute });
    expect(noted).toEqual({ ok: false, problem: { code: "reason-upn" } });
  });
});

/** As mark ready leaves it, whatever is answered. */
async function ready({ app, response }: ReadySchool): Promise<void> {
  await app.db.transact(async (tx) => {
    await tx.update(responses).set({ state: "ready-to-sign" }).where(eq(responses.id, response.id));
  });
}

function opened({ app }: ReadySchool) {
  return app.db.read.select().from(auditEntries).where(eq(auditEntries.event, "submission.opened"));
}
