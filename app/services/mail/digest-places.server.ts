import { formatDay, londonDate } from "~/domain/calendar/format";
import { DIGEST_WORDS } from "~/domain/mail/digest-words";
import type { MailData } from "~/domain/mail/templates";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { questionnairesSeen } from "~/domain/policy/roles";
import type { App } from "~/platform/app.server";
import { viewSchoolHome } from "~/services/home/school-home.server";
import type { CarryOnView, SchoolHomeView, WaitingView } from "~/services/home/views";
import {
  visitsWaitingForReviewer,
  type VisitWaitingView,
} from "~/services/visits/list-visits.server";
import { listOrganisationPlaces, listSchoolPlaces } from "~db/queries/places";
import { countUnopened } from "~db/queries/returns";
import { countToRead } from "~/services/replies/view-to-read.server";
import { countTroubles } from "./mail-troubles.server";

type Place = MailData<"digest">["places"][number];
type Line = Place["lines"][number];

/** What waits for a person, place by place; places where nothing waits are left out. */
export async function digestPlaces(app: App, actor: Actor): Promise<Place[]> {
  const held = actor.grants.filter(({ role }) => role !== "reviewer");
  const schools = await listSchoolPlaces(app.db.read, idsOf(held.map((one) => one.schoolId)));
  const organisationIds = idsOf(held.map((one) => one.organisationId));
  const organisations = await listOrganisationPlaces(app.db.read, organisationIds);
  const places: Place[] = [];
  for (const { urn, name } of schools) {
    places.push({ name, lines: schoolLines(await viewSchoolHome(app, actor, { urn })) });
  }
  for (const { id, key, name } of organisations) {
    places.push({ name, lines: await organisationLines(app, actor, { id, key }) });
  }
  for (const visit of await visitsWaitingForReviewer(app, actor)) {
    places.push({ name: visit.schoolName, lines: [visitLine(visit)] });
  }
  return places.filter(({ lines }) => lines.length > 0);
}

const idsOf = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

/** What home shows under "Waiting for you", then what to carry on with, unless sections of it stand there already. */
function schoolLines({
  school,
  waiting,
  carryOn,
  accessCheck,
  planReview,
  visits,
}: SchoolHomeView): Line[] {
  const home = `/schools/${school.urn}`;
  const base = `${home}/self-reviews`;
  const lines = [...waiting.map((one) => waitingLine(one, base)), ...visits.map(visitLine)];
  if (planReview !== null) {
    lines.push({ text: DIGEST_WORDS.review(planReview), path: `${home}/actions/review` });
  }
  if (accessCheck !== null) {
    lines.push({ text: DIGEST_WORDS.access(accessCheck), path: `${home}/access` });
  }
  // A duty that changed is one thing more to do, not what there is to carry on with.
  const named = waiting.some(
    ({ kind, responseId }) => kind !== "duty" && responseId === carryOn?.responseId,
  );
  return carryOn === null || named ? lines : [...lines, ...carryOnLines(carryOn, base)];
}

function waitingLine(one: WaitingView, base: string): Line {
  const path = `${base}/${one.responseId}`;
  switch (one.kind) {
    case "sign":
      return { text: DIGEST_WORDS.sign(one.title), path: `${path}/sign` };
    case "countersign":
      return { text: DIGEST_WORDS.countersign(one.title, one.by), path: `${path}/governor` };
    case "declined":
      return { text: DIGEST_WORDS.declined(one.title, one.by), path };
    case "duty":
      return { text: DIGEST_WORDS.dutyChanged(one.title, one.itemKey), path: `${path}/duties` };
    case "question":
      return { text: DIGEST_WORDS.question(one), path: `${path}/replies` };
    case "section":
      return {
        text: DIGEST_WORDS.section(one.title, { key: one.section.key, left: one.left }),
        path: `${path}/sections/${one.section.key}`,
      };
  }
}

const visitLine = ({ visitId, step, by, late }: VisitWaitingView): Line => ({
  text: DIGEST_WORDS.visit(step, { due: by === null ? null : formatDay(by), late }),
  path: `/visits/${visitId}`,
});

/** Only where a date asks for it, or where somebody has begun. */
function carryOnLines(carryOn: CarryOnView, base: string): Line[] {
  const { title, state, left, deadline, responseId } = carryOn;
  const isAsked = deadline !== null || state === "in-progress";
  if (left.ready || !isAsked) return [];
  const due = deadline === null ? null : formatDay(deadline.date);
  const { total, minutes } = left;
  const text = DIGEST_WORDS.carryOn(title, { total, minutes: Math.max(1, minutes), due });
  return [{ text, path: `${base}/${responseId}` }];
}

async function organisationLines(
  app: App,
  actor: Actor,
  { id, key }: { id: string; key: string },
): Promise<Line[]> {
  const facts = { organisationId: id, today: londonDate(app.clock.now()) };
  const home = `/organisations/${key}`;
  const unopened = can(actor, "organisation.view-returns", facts).allowed
    ? await countUnopened(app.db.read, {
        ...facts,
        questionnaires: questionnairesSeen(actor, facts),
      })
    : 0;
  const troubles = can(actor, "outbox.view-parked", facts).allowed
    ? await countTroubles(app, facts)
    : 0;
  const { count, days } = can(actor, "organisation.view-returns", facts).allowed
    ? await countToRead(app, actor, { key })
    : { count: 0, days: 0 };
  const toRead = { text: DIGEST_WORDS.toRead(count, days), path: `${home}/to-read` };
  return [
    ...(count > 0 ? [toRead] : []),
    ...(unopened > 0 ? [{ text: DIGEST_WORDS.unopened(unopened), path: home }] : []),
    ...(troubles > 0 ? [{ text: DIGEST_WORDS.troubles(troubles), path: `${home}/work` }] : []),
  ];
}
