import { leftLines } from "~/domain/chasing/reminder-words";
import type { MailData } from "~/domain/mail/templates";
import { sectionProgress } from "~/domain/questionnaire/progress";
import { selfReview } from "~/domain/questionnaire/self-review";
import { whatIsLeft, type WhatIsLeft } from "~/domain/questionnaire/what-is-left";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { applicabilityOf } from "~/services/answering/applicability-of.server";
import { dutiesOf } from "~/services/answering/duties-of.server";
import { publishedDefinition } from "~/services/answering/published-definition.server";
import { layoutOf } from "~/services/answering/response-header";
import { listAnswersOfResponses } from "~db/queries/answers";
import { listDutyAsksOf } from "~db/queries/duty-asks";
import { findResponse, type ResponseRow } from "~db/queries/responses";
import { findSchool, type SchoolFacts } from "~db/queries/schools";

type Where = { schoolId: string; responseId: string; today: string };
type Progress = Pick<MailData<"reminder">, "done" | "of" | "minutes" | "left" | "carryOn">;

/** How far a school is with a return, and where it goes on: told to the school itself and to nobody else. */
export async function progressOf(
  app: App,
  { schoolId, responseId, today }: Where,
): Promise<Progress> {
  const school = await findSchool(app.db.read, schoolId);
  const row = await findResponse(app.db.read, { schoolId, responseId });
  if (school === undefined || row === undefined) throw new AppError("not-found");
  const version = { versionId: row.versionId, sha256: row.definitionSha256 };
  const definition = await publishedDefinition(app, version);
  const asks = await listDutyAsksOf(app.db.read, { responseIds: [responseId] });
  const review = selfReview({
    definition,
    today,
    applicability: applicabilityOf(row, { school, roundSections: row.roundSections }),
    duties: await dutiesOf(app, row),
    answers: await listAnswersOfResponses(app.db.read, { schoolId, responseIds: [responseId] }),
    lookAgain: asks.map(({ itemKey }) => itemKey),
  });
  const left = whatIsLeft(review);
  const counts = sectionProgress(review);
  const sum = (of: "done" | "total") => counts.reduce((all, one) => all + one[of], 0);
  return {
    done: sum("done"),
    of: Math.max(1, sum("total")),
    minutes: left.ready ? null : Math.max(1, left.minutes),
    left: leftLines(left, { state: row.state, governorSigns: row.governorSigns === true }),
    carryOn: carryOnOf(row, { school, left, layout: layoutOf(definition) }),
  };
}

type Place = { school: SchoolFacts; left: WhatIsLeft; layout: "sections" | "one-page" };

function carryOnOf(
  { id, phases }: ResponseRow,
  { school, left, layout }: Place,
): Progress["carryOn"] {
  const home = `/schools/${school.urn}/self-reviews/${id}`;
  const { next } = left;
  if (phases === null) return { label: "Begin", path: `${home}/start` };
  if (next === null) return { label: "Open the self-review", path: home };
  const page = layout === "one-page" ? home : `${home}/sections/${next.section}`;
  return { label: `Carry on at ${next.key}`, path: `${page}#${next.key}` };
}
