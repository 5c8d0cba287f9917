import { standingInRound, type SchoolStanding } from "~/domain/round/participation";
import { roundStanding, type RoundStanding } from "~/domain/round/round";
import type { Actor } from "~/domain/policy/actor";
import type { OwnershipRule } from "~/domain/visit/states";
import type { App } from "~/platform/app.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { listOrganisations } from "~db/queries/organisations";
import { listRoundSchools, type RoundSchoolRow } from "~db/queries/round-schools";
import { listRoundShares, type RoundRow } from "~db/queries/rounds";
import { findVersion } from "~db/queries/versions";
import { loadRoundAt } from "./load-round.server";

/** One school of a round as its manager follows it: state and dates, never words. */
export type RoundSchoolView = SchoolStanding & {
  urn: string;
  name: string;
  district: string;
  invitedAt: Date | null;
  joinedAt: Date | null;
};

/** A round as it was opened. */
export type RoundFactsView = {
  id: string;
  title: string;
  standing: RoundStanding;
  questionnaire: { title: string; number: number };
  year: string | null;
  message: string;
  /** Null: all of them. */
  sections: { key: string; title: string }[] | null;
  chooseAtLeast: number | null;
  opensOn: string;
  firstDeadline: string | null;
  finalDeadline: string | null;
  rolling: boolean;
  validityMonths: number | null;
  governorSigns: boolean;
  visitOwnership: OwnershipRule;
  viewsFirst: boolean;
  sharedWith: string[];
  closedAt: Date | null;
};

export type RoundView = {
  organisation: OrganisationView;
  round: RoundFactsView;
  schools: RoundSchoolView[];
};

type Asked = { key: string; roundId: string };

/** A round with how far each of its schools is. Throws `not-found` or `forbidden`. */
export async function viewRound(app: App, actor: Actor, asked: Asked): Promise<RoundView> {
  const { view, round, today } = await loadRoundAt(app, actor, asked);
  const rows = await listRoundSchools(app.db.read, { roundId: round.id });
  return {
    organisation: view,
    round: await factsOf(app, round, today),
    schools: rows.map((row) => ({ ...standingInRound(round, inRound(row), today), ...about(row) })),
  };
}

/** What the rules need to know of a school in a round. */
export const inRound = (row: RoundSchoolRow) => ({
  participation: row.participation,
  withdrawn: row.withdrawnAt !== null,
  state: row.state,
  hasStandingCopy: row.copyId !== null,
  firstDeadline: row.firstDeadline,
  finalDeadline: row.finalDeadline,
});

const about = ({ urn, name, district, laName, invitedAt, joinedAt }: RoundSchoolRow) => ({
  ...{ urn, name, district: district ?? laName, invitedAt, joinedAt },
});

async function factsOf(app: App, round: RoundRow, today: string): Promise<RoundFactsView> {
  const { id, title, year, message, chooseAtLeast, opensOn, firstDeadline, finalDeadline } = round;
  const { rolling, validityMonths, governorSigns, visitOwnership, viewsFirst, closedAt } = round;
  return {
    ...{ id, title, year, message, chooseAtLeast, opensOn, firstDeadline, finalDeadline },
    ...{ rolling, validityMonths, governorSigns, visitOwnership, viewsFirst, closedAt },
    standing: roundStanding(round, today),
    questionnaire: { title: round.questionnaireTitle, number: round.versionNumber },
    sections: await sectionsOf(app, round),
    sharedWith: await namesOfShares(app, round.id),
  };
}

async function sectionsOf(app: App, { sections, versionId }: RoundRow) {
  const version = await findVersion(app.db.read, { versionId });
  if (sections === null || version === undefined) return null;
  const keys: unknown = JSON.parse(sections);
  const definition = await publishedDefinition(app, { versionId, sha256: version.sha256 });
  return definition.sections
    .filter(({ key }) => Array.isArray(keys) && keys.includes(key))
    .map(({ key, title }) => ({ key, title }));
}

async function namesOfShares(app: App, roundId: string): Promise<string[]> {
  const organisationIds = await listRoundShares(app.db.read, { roundId });
  const found = await listOrganisations(app.db.read, { organisationIds });
  return found.map(({ name }) => name);
}
