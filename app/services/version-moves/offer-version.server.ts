import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import type { ResponseState } from "~/domain/response/states";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { readKeys } from "~/services/answering/read-keys.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { loadRoundAt } from "~/services/rounds/load-round.server";
import { insertAudit } from "~db/queries/audit";
import type { RoundRow } from "~db/queries/rounds";
import { countByVersion, findOffer, insertOffer, withdrawOffers } from "~db/queries/version-moves";
import { findVersion, listVersions } from "~db/queries/versions";

type Where = { key: string; roundId: string };

/** How many self-reviews of a round stand on one version, by state. */
export type VersionCount = { number: number; states: { state: ResponseState; count: number }[] };

/** The page on which a manager offers a round a newer version of its questionnaire. */
export type OfferView = {
  organisation: OrganisationView;
  round: { id: string; title: string; questionnaire: string; number: number; isClosed: boolean };
  /** Numbers of the published versions that are newer than the round's, newest first. */
  choices: number[];
  offer: { number: number; finishBy: string | null; offeredAt: Date } | null;
  counts: VersionCount[];
  /** YYYY-MM-DD in London. */
  today: string;
};

/** What a round offers, and how many stand where. Throws `not-found` or `forbidden`. */
export async function viewOffer(app: App, actor: Actor, where: Where): Promise<OfferView> {
  const { view, round, today } = await loadRoundAt(app, actor, where);
  const offer = await findOffer(app.db.read, { roundId: round.id });
  const { id, title, questionnaireTitle, versionNumber: number, closedAt } = round;
  return {
    organisation: view,
    round: { id, title, number, questionnaire: questionnaireTitle, isClosed: closedAt !== null },
    choices: (await newerVersions(app, round)).map((version) => version.number),
    offer:
      offer === undefined
        ? null
        : { number: offer.number, finishBy: offer.finishBy, offeredAt: offer.offeredAt },
    counts: byVersion(await countByVersion(app.db.read, { roundId: round.id })),
    today,
  };
}

type Counted = Awaited<ReturnType<typeof countByVersion>>;

function byVersion(rows: Counted): VersionCount[] {
  const numbers = [...new Set(rows.map(({ number }) => number))];
  return numbers.map((number) => ({
    number,
    states: rows
      .filter((row) => row.number === number)
      .map(({ state, count }) => ({ state, count })),
  }));
}

async function newerVersions(app: App, round: RoundRow) {
  const version = await findVersion(app.db.read, { versionId: round.versionId });
  if (version === undefined) throw new AppError("not-found");
  const { questionnaireId } = version;
  const all = await listVersions(app.db.read, { questionnaireId });
  return all.filter(({ state, number }) => state === "published" && number > round.versionNumber);
}

/**
 * `version`: no newer published version has this number. `past`: the day is over. `sections`: the round asks for
 * sections that the version does not have. `closed`: the round is closed.
 */
export type OfferProblem = "version" | "past" | "sections" | "closed";
type Offered = { number: number; finishBy: string | null };

/**
 * Offers the running self-reviews of a round a newer version, in the place of any other offer. Each school moves by
 * itself or stays. Throws `not-found` or `forbidden`.
 */
export async function offerVersion(
  app: App,
  actor: Actor,
  { number, finishBy, ...where }: Where & Offered,
): Promise<Result<null, OfferProblem>> {
  const { round, today } = await loadRoundAt(app, actor, where);
  if (round.closedAt !== null) return refused("closed");
  const version = (await newerVersions(app, round)).find((one) => one.number === number);
  if (version === undefined) return refused("version");
  if (finishBy !== null && finishBy < today) return refused("past");
  const { sections } = await publishedDefinition(app, {
    ...{ versionId: version.id, sha256: version.sha256 },
  });
  const has = new Set(sections.map(({ key }) => key));
  if (readKeys(round.sections)?.some((key) => !has.has(key))) return refused("sections");
  const [id, auditId, at] = [app.newId(), app.newId(), app.clock.now()];
  await app.db.transact(async (tx) => {
    await withdrawOffers(tx, { roundId: round.id, at });
    await insertOffer(tx, {
      ...{ id, roundId: round.id, versionId: version.id, finishBy },
      ...{ offeredBy: actor.userId, offeredAt: at },
    });
    await insertAudit(tx, {
      ...{ id: auditId, at, actorId: actor.userId, event: "round.version-offered" },
      ...{ organisationId: round.organisationId, subjectKind: "round", subjectId: round.id },
      data: { number, finishBy },
    });
  });
  return ok(null);
}

/** Takes back what a round offers. Schools that moved stay where they are. Throws as `offerVersion` does. */
export async function withdrawOffer(app: App, actor: Actor, where: Where): Promise<void> {
  const { round } = await loadRoundAt(app, actor, where);
  const [auditId, at] = [app.newId(), app.clock.now()];
  await app.db.transact(async (tx) => {
    if (!(await withdrawOffers(tx, { roundId: round.id, at }))) return;
    await insertAudit(tx, {
      ...{ id: auditId, at, actorId: actor.userId, event: "round.version-offer-withdrawn" },
      ...{ organisationId: round.organisationId, subjectKind: "round", subjectId: round.id },
    });
  });
}
