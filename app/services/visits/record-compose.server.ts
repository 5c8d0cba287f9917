import { whoSeesRecord } from "~/domain/policy/who-sees-visit";
import { minutesBetween } from "~/domain/visit/minutes-between";
import { ownershipSentence } from "~/domain/visit/ownership-words";
import type { RecordSnapshot } from "~/domain/visit/record-snapshot";
import type { App } from "~/platform/app.server";
import { inRole, schoolPeople } from "~/services/answering/school-people.server";
import { findOrganisation } from "~db/queries/organisations";
import { findSchool } from "~db/queries/schools";
import { listActivities } from "~db/queries/visit-notes";
import { listVisitPeople } from "~db/queries/visit-people";
import type { Reader } from "~db/types";
import { AppError } from "~/platform/app-error.server";
import type { LoadedVisit } from "./load-visit.server";
import type { RecordParts } from "./record-fields";
import { recordGround, type RecordGround } from "./record-ground.server";
import { recordParts } from "./record-parts.server";

/** The record's frame, which writing does not change: read before the transaction that freezes it. */
export type RecordFrame = {
  ground: RecordGround;
  fixed: Omit<
    RecordSnapshot,
    | "reference"
    | "whatWeDid"
    | "findings"
    | "suggestions"
    | "practices"
    | "corrections"
    | "schoolWords"
    | "bothViews"
  >;
};

const MOST_HOSTS = 3;

export async function recordFrame(app: App, loaded: LoadedVisit): Promise<RecordFrame> {
  const { row } = loaded;
  const { read } = app.db;
  const school = await findSchool(read, row.schoolId);
  const organisation = await findOrganisation(read, row.organisationId);
  if (school === undefined || organisation === undefined) throw new AppError("not-found");
  const ground = await recordGround(app, loaded);
  const names = { schoolName: row.schoolName, organisation: organisation.name };
  return {
    ground,
    fixed: {
      schemaVersion: 1,
      kind: "visit-record",
      demonstration: row.demonstration,
      questionnaire: {
        key: row.questionnaireKey,
        title: row.questionnaireTitle,
        sha256: row.definitionSha256,
      },
      roundTitle: row.roundTitle,
      organisation: organisation.name,
      school: { urn: school.urn, name: school.name, phase: school.phaseName },
      visitOn: row.visitOn ?? "",
      hosts: await hostsOf(app, loaded),
      reviewers: await reviewersOf(app, row.id),
      moderates: ground.moderates ?? { reference: "", number: 0, sha256: "" },
      levels: ground.levels,
      focusReason: row.focusReason,
      context: row.context,
      activities: await activitiesOf(read, row.id),
      ownership: {
        rule: row.ownershipRule,
        sentence: ownershipSentence(row.ownershipRule, organisation.name),
      },
      // Printed on what is sealed, so as it will be read then.
      visibility: whoSeesRecord({ ...loaded.facts, state: "closed" }, names),
    },
  };
}

async function hostsOf(app: App, { facts }: LoadedVisit): Promise<RecordSnapshot["hosts"]> {
  const people = await schoolPeople(app, facts);
  const heads = inRole(people, "head").map(({ name, title }) => ({
    name,
    title: title ?? "headteacher",
  }));
  const coordinators = inRole(people, "coordinator").map(({ name, title }) => ({
    name,
    title: title ?? "SENCO",
  }));
  return [...heads, ...coordinators].slice(0, MOST_HOSTS);
}

async function reviewersOf(app: App, visitId: string): Promise<RecordSnapshot["reviewers"]> {
  const people = await listVisitPeople(app.db.read, { visitId });
  return people.map(({ name, post, homeSchoolName, part }) => ({
    name,
    post,
    homeSchool: homeSchoolName,
    lead: part === "lead",
  }));
}

async function activitiesOf(read: Reader, visitId: string): Promise<RecordSnapshot["activities"]> {
  const day = await listActivities(read, { visitId });
  return day.map(({ kind, title, withWhom, startsAt, endsAt }) => ({
    kind,
    title,
    withWhom,
    minutes: minutesBetween(startsAt, endsAt),
  }));
}

/** The record as it stands, read through `read`: in the transaction that agrees it the frozen one, else a preview. */
export async function composeRecord(
  read: Reader,
  { visitId, frame, reference }: { visitId: string; frame: RecordFrame; reference: string },
): Promise<RecordSnapshot | undefined> {
  const focus = frame.ground.focus.map(({ key }) => key);
  const parts = await recordParts(read, { visitId, focus });
  return parts === undefined ? undefined : snapshotOf(parts, { frame, reference });
}

function snapshotOf(
  { record, findings, suggestions, practices }: RecordParts,
  { frame, reference }: { frame: RecordFrame; reference: string },
): RecordSnapshot {
  const { reviewersView, schoolView, thirdPerson } = record;
  const isBoth = reviewersView !== "" && schoolView !== "" && thirdPerson !== "";
  return {
    ...frame.fixed,
    reference,
    whatWeDid: record.whatWeDid,
    findings: frame.ground.focus.flatMap(({ key, kind, title, level }) => {
      const says = findings.find((one) => one.key === key);
      return says === undefined ? [] : [{ kind, title, selfLevel: level?.code ?? null, ...says }];
    }),
    suggestions: suggestions.map(({ key, text, whoMightHelp }) => ({ key, text, whoMightHelp })),
    practices: practices.map(({ key, text, consent }) => ({
      key,
      text,
      consent: consent === true,
    })),
    corrections: record.corrections,
    schoolWords: record.schoolWords,
    bothViews: isBoth ? { reviewersView, schoolView, thirdPerson } : null,
  };
}
