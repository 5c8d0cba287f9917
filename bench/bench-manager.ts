import { eq } from "drizzle-orm";
import { luciaOf } from "~/auth/lucia.server";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { findOrganisationByKey } from "~db/queries/organisations";
import { responses, rounds, submissions } from "~db/schema";
import { anActor } from "~tests/support/factories/people";

/** A manager of an organisation who has proved a second factor, with the Cookie header of theirs. */
export async function aManager(
  app: App,
  organisationId: string,
): Promise<{ actor: Actor; cookie: string }> {
  const actor = await anActor(app, { grants: [{ role: "manager", organisationId }] });
  const secondFactorAt = app.clock.now();
  const { id } = await luciaOf(app).createSession(actor.userId, { device: null, secondFactorAt });
  return { actor, cookie: `session=${id}` };
}

/** A return to the authority of the demonstration whose school has signed it, and who may read it. */
export async function aSignedReturn(app: App): Promise<{ path: string; cookie: string }> {
  const organisation = await findOrganisationByKey(app.db.read, "kent");
  const rows = await app.db.read
    .select({ id: responses.id })
    .from(responses)
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .innerJoin(submissions, eq(submissions.responseId, responses.id))
    .where(eq(rounds.organisationId, organisation?.id ?? ""));
  const [found] = rows;
  if (organisation === undefined || found === undefined) throw new Error("There is no return");
  const { cookie } = await aManager(app, organisation.id);
  return { path: `/organisations/kent/returns/${found.id}`, cookie };
}
