import type { Calendar } from "~/domain/calendar/calendar";
import { readDay } from "~/domain/calendar/read-day";
import { dateWarnings, type DateWarning, type OtherDeadline } from "~/domain/round/date-warnings";
import type { RoundDraft } from "~/domain/round/draft";
import type { DraftGround } from "~/domain/round/judge-draft";
import { chosenSchools, phaseWords, type ChosenFrom } from "~/domain/round/school-choice";
import type { App } from "~/platform/app.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import type { LoadedOrganisation } from "~/services/returns/load-organisation.server";
import { listBankHolidays, listTerms } from "~db/queries/calendar";
import { listAllOrganisations } from "~db/queries/organisations";
import { listPublishedVersions } from "~db/queries/responses";
import { listOtherDeadlines } from "~db/queries/rounds";
import { listGroups, listSchoolsByGroup } from "~db/queries/school-groups";
import { listSchoolsCovered } from "~db/queries/schools";

/** A published version of the organisation that a round may offer. */
export type VersionChoice = {
  versionId: string;
  title: string;
  number: number;
  sections: { key: string; title: string }[];
};

/** A school to choose: what it is chosen by, its name and id. */
export type SchoolToChoose = ChosenFrom & { id: string; name: string };

/** Everything that opening a round is chosen from. */
export type Choices = {
  versions: VersionChoice[];
  schools: SchoolToChoose[];
  groups: { id: string; name: string }[];
  organisations: { id: string; name: string }[];
  calendar: Calendar;
};

/** What a manager of an organisation can choose from; of questionnaires, those that the role covers. */
export async function loadChoices(
  app: App,
  { organisation, questionnaires }: LoadedOrganisation,
): Promise<Choices> {
  const { read } = app.db;
  const organisationId = organisation.id;
  const published = await listPublishedVersions(read, { organisationIds: [organisationId] });
  const mine = published.filter(
    ({ questionnaireKey }) => questionnaires?.includes(questionnaireKey) ?? true,
  );
  const others = await listAllOrganisations(read);
  return {
    versions: await Promise.all(mine.map((version) => versionChoice(app, version))),
    schools: await schoolsToChoose(app, organisationId),
    groups: await listGroups(read, { organisationId }),
    organisations: others.filter(({ id }) => id !== organisationId),
    calendar: await organisationCalendar(app, organisationId),
  };
}

type Published = Awaited<ReturnType<typeof listPublishedVersions>>[number];

async function versionChoice(
  app: App,
  { versionId, title, number, sha256 }: Published,
): Promise<VersionChoice> {
  const definition = await publishedDefinition(app, { versionId, sha256 });
  const sections = definition.sections.map(({ key, title: name }) => ({ key, title: name }));
  return { versionId, title, number, sections };
}

/** Schools the organisation covers that are not closed, by name. */
export async function schoolsToChoose(app: App, organisationId: string): Promise<SchoolToChoose[]> {
  const { read } = app.db;
  const covered = await listSchoolsCovered(read, { organisationId });
  const groups = new Map<string, string[]>();
  for (const { schoolId, groupId } of await listSchoolsByGroup(read, { organisationId })) {
    groups.set(schoolId, [...(groups.get(schoolId) ?? []), groupId]);
  }
  return covered
    .filter(({ status }) => status !== "Closed")
    .map((school) => ({
      id: school.id,
      urn: school.urn,
      name: school.name,
      phase: phaseWords(school.phaseName),
      district: school.district ?? school.laName,
      type: school.typeGroup,
      groups: groups.get(school.id) ?? [],
    }));
}

/** The organisation's own terms, and the bank holidays. */
export async function organisationCalendar(app: App, organisationId: string): Promise<Calendar> {
  const rows = await listTerms(app.db.read, { organisationId });
  const terms = rows.map(({ year, term, from, to }) => ({ year, term, from, to }));
  return { terms, bankHolidays: await listBankHolidays(app.db.read) };
}

/** The schools a draft comes to. */
export const schoolsOf = (draft: RoundDraft, { schools }: Choices): SchoolToChoose[] =>
  chosenSchools(draft.schools, schools);

/** What a draft's answers are held against. */
export function groundOf(draft: RoundDraft, choices: Choices, today: string): DraftGround {
  return {
    today,
    versions: choices.versions.map(({ versionId, sections }) => ({
      versionId,
      sections: sections.map(({ key }) => key),
    })),
    schools: schoolsOf(draft, choices).length,
    organisations: choices.organisations.map(({ id }) => id),
  };
}

/** What speaks against a draft's dates, other rounds' deadlines of the schools chosen so far included. */
export async function warningsOf(
  app: App,
  draft: RoundDraft,
  choices: Choices,
): Promise<DateWarning[]> {
  const schoolIds = schoolsOf(draft, choices).map(({ id }) => id);
  const found = await listOtherDeadlines(app.db.read, { schoolIds });
  const others = found.flatMap(({ title, firstDeadline, finalDeadline, schools }) =>
    [firstDeadline, finalDeadline].flatMap((date): OtherDeadline[] =>
      date === null ? [] : [{ title, date, schools }],
    ),
  );
  const isRolling = draft.kind === "rolling";
  return dateWarnings(
    {
      opensOn: readDay(draft.opensOn),
      firstDeadline: isRolling ? null : readDay(draft.firstDeadline),
      finalDeadline: isRolling ? null : readDay(draft.finalDeadline),
    },
    { calendar: choices.calendar, others },
  );
}
