import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { action as ownApp } from "~/routes/account.authenticator";
import {
  action as governs,
  loader as governorPage,
} from "~/routes/schools.$urn.self-reviews.$id.governor";
import { action as sign, loader as signPage } from "~/routes/schools.$urn.self-reviews.$id.sign";
import type { Actor } from "~/domain/policy/actor";
import { auditEntries, users } from "~db/schema";
import { PASSWORD } from "~tests/support/accounts";
import { anAuthenticator, codeOf } from "~tests/support/second-factors";
import type { Answer } from "../auth/ask-route";
import { signingRoutes } from "./signing-routes";

async function readyToSign() {
  const place = await signingRoutes();
  const { app, get, post, head } = place;
  await place.ready();
  const press = async (fields: Record<string, string>): Promise<Answer> => {
    const page = await get(signPage, head);
    const { view } = page.data as { view: { seen: number } };
    return post(sign, head, { seen: String(view.seen), ...fields });
  };
  const forgetPassword = ({ userId }: Actor) =>
    app.db.transact(async (tx) => {
      await tx.update(users).set({ passwordHash: null }).where(eq(users.id, userId));
    });
  return { ...place, press, forgetPassword };
}

type Place = Awaited<ReturnType<typeof readyToSign>>;

/** By what the record says that a signer showed who they are. */
async function provenBy({ app }: Pick<Place, "app">, event: string): Promise<unknown> {
  const rows = await app.db.read.select().from(auditEntries).where(eq(auditEntries.event, event));
  return (JSON.parse(rows[0]?.data ?? "{}") as { by?: unknown }).by;
}

describe("showing who signs", () => {
  it("offers the password alone to somebody who has nothing else, and records it", async () => {
    const place = await readyToSign();
    const page = await place.get(signPage, place.head);
    expect(page.data).toMatchObject({ view: { ways: { password: true, code: false } } });
    expect((await place.press({ declared: "yes", password: PASSWORD })).status).toBe(302);
    expect(await provenBy(place, "response.sign")).toBe("password");
  });

  it("takes a code of the app in its place, also where a browser filled the password in", async () => {
    const place = await readyToSign();
    const { app, head, press, get } = place;
    await anAuthenticator(app, head.userId);
    expect((await get(signPage, head)).data).toMatchObject({
      view: { ways: { password: true, code: true } },
    });
    const code = await codeOf(app, head.userId);
    const answer = await press({ declared: "yes", password: "saved in the browser", code });
    expect(answer.status).toBe(302);
    expect(await provenBy(place, "response.sign")).toBe("authenticator");
  });

  it("asks somebody without a password for a code", async () => {
    const { app, head, press, get, forgetPassword } = await readyToSign();
    await anAuthenticator(app, head.userId);
    await forgetPassword(head);
    expect((await get(signPage, head)).data).toMatchObject({
      view: { ways: { password: false, code: true } },
    });
    expect(await press({})).toMatchObject({
      status: 422,
      data: {
        errors: {
          declared: "Tick the box to make the declaration",
          code: "Enter the code from your authenticator app",
        },
      },
    });
    const code = await codeOf(app, head.userId);
    expect((await press({ declared: "yes", code })).status).toBe(302);
  });

  it("tells of a wrong code at its box, keeps the tick and gives no code back", async () => {
    const { app, head, press, copies } = await readyToSign();
    await anAuthenticator(app, head.userId);
    const answer = await press({ declared: "yes", password: PASSWORD, code: "000 000" });
    expect(answer).toMatchObject({
      status: 422,
      data: {
        declared: true,
        errors: {
          code: "That code does not work now. Wait for the next one in the app, then enter it",
        },
      },
    });
    expect(JSON.stringify(answer.data)).not.toMatch(/000|kettle/);
    expect(await copies()).toEqual([]);
  });

  it("takes a code once: one that was used on another page signs nothing", async () => {
    const { app, head, press, post, copies } = await readyToSign();
    await anAuthenticator(app, head.userId);
    const code = await codeOf(app, head.userId);
    expect((await post(ownApp, head, { intent: "renew", code })).data).toMatchObject({
      codes: { length: 10 },
    });
    expect((await press({ code, declared: "yes" })).status).toBe(422);
    expect(await copies()).toEqual([]);
  });

  it("makes somebody who guesses codes wait, and says how long", async () => {
    const { app, head, press } = await readyToSign();
    await anAuthenticator(app, head.userId);
    const guess = () => press({ declared: "yes", code: "000000" });
    for (let tries = 0; tries < 5; tries += 1) expect((await guess()).status).toBe(422);
    const answer = await guess();
    expect(answer).toMatchObject({
      status: 429,
      data: {
        errors: { code: "You have tried several times. Wait 10 minutes, then try again" },
      },
    });
    expect(answer.headers.get("Retry-After")).toBe("600");
  });
});

describe("showing who signs as governor", () => {
  it("takes a code of the app, and records it", async () => {
    const place = await signingRoutes({ round: { governorSigns: true } });
    const { app, get, post, governor: joan } = place;
    await place.readyAndSign();
    await anAuthenticator(app, joan.userId);
    expect((await get(governorPage, joan)).data).toMatchObject({
      view: { ways: { password: true, code: true } },
    });
    const wrong = { intent: "countersign", declared: "yes", code: "1" };
    expect(await post(governs, joan, wrong)).toMatchObject({
      status: 422,
      data: {
        errors: { code: expect.stringMatching(/^That code/) as string },
        typed: { declared: true },
      },
    });
    const code = await codeOf(app, joan.userId);
    expect((await post(governs, joan, { ...wrong, code })).status).toBe(302);
    expect(await provenBy(place, "response.countersign")).toBe("authenticator");
  });
});
