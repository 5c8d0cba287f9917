import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { itemsThatApply, type AppliedSection } from "~/domain/questionnaire/applicability";
import { asksDuty } from "~/domain/questionnaire/self-review";
import type { App } from "~/platform/app.server";
import { addAction, newAction } from "~/services/actions/add-action.server";
import { confirmApplicability } from "~/services/answering/confirm-applicability.server";
import { loadResponse } from "~/services/answering/load-response.server";
import { openReview } from "~/services/answering/open-review.server";
import { saveSection } from "~/services/answering/save-answers.server";
import { countersign } from "~/services/signing/governor.server";
import { markReady } from "~/services/signing/mark-ready.server";
import { signResponse } from "~/services/signing/sign-response.server";
import { DEMO_PLAN, LAST_YEAR_PLAN, type DemoWork } from "~db/demo/plan";
import { DEMO_WORDS, pick } from "~db/demo/words";
import { listResponses } from "~db/queries/responses";
import { actAs, backThen } from "./act-as";
import { inventedFields, inventedSection, type InventedAnswer } from "./invented-answers";
import type { DemoPlaces } from "./load-places";
import type { DemoRounds } from "./load-rounds";

const ROUNDS = {
  "inclusion-toolkit": "toolkit",
  "mainstream-core-standards": "core-standards",
  "asthma-friendly": "asthma",
} as const;

/** Does what the plans say each school has done, through the services people use, at the time they say. */
export async function doWork(app: App, places: DemoPlaces, rounds: DemoRounds): Promise<void> {
  for (const work of LAST_YEAR_PLAN) {
    await doOne(app, { work, places, roundId: rounds.get("toolkit-last-year") });
  }
  for (const work of DEMO_PLAN) {
    await doOne(app, { work, places, roundId: rounds.get(ROUNDS[work.questionnaire]) });
  }
}

type One = { work: DemoWork; places: DemoPlaces; roundId: string | undefined };
type Where = { urn: string; responseId: string };

async function doOne(now: App, one: One): Promise<void> {
  const { work } = one;
  const app = backThen(now, work.progress.kind === "signed" ? work.progress.daysAgo : 5);
  const where = { urn: work.urn, responseId: await responseOf(app, one) };
  const head = await actAs(app, { urn: work.urn, role: "head" });
  await confirm(app, head, { where, work });
  await answer(app, head, { where, work });
  if (!LAST_YEAR_PLAN.includes(work)) await plan(app, head, { where, work });
  if (work.progress.kind === "signed") await sign(app, head, { where, work });
}

async function responseOf(app: App, { work, places, roundId }: One): Promise<string> {
  const schoolId = places.schools.get(work.urn) ?? "";
  const responses = await listResponses(app.db.read, { schoolId });
  const found = responses.find((row) => row.roundId === roundId);
  if (found === undefined) throw new Error(`${work.urn} has no ${work.questionnaire}`);
  return found.id;
}

type Doing = { where: Where; work: DemoWork };

async function confirm(app: App, head: Actor, { where, work }: Doing): Promise<void> {
  const { row, applicability } = await loadResponse(app, head, where);
  const outcome = await confirmApplicability(app, head, {
    ...where,
    phases: applicability.phases,
    // The list of Medway schools does not say what type they are.
    types: applicability.types.length > 0 ? applicability.types : ["maintained"],
    sections: work.progress.chosen ?? [],
    version: row.version,
    changeAccepted: true,
  });
  mustHold({ ...outcome, ok: outcome.kind === "confirmed" }, work);
}

async function answer(app: App, head: Actor, { where, work }: Doing): Promise<void> {
  const loaded = await loadResponse(app, head, where);
  const { review } = await openReview(app, loaded);
  const about = {
    definition: loaded.definition,
    asked: new Set(
      review.sections.flatMap(({ items }) =>
        items.filter((item) => asksDuty(review, item)).map(({ key }) => key),
      ),
    ),
    urn: work.urn,
    today: londonDate(app.clock.now()),
  };
  const all = itemsThatApply(loaded.definition, loaded.applicability);
  const sections = work.progress.kind === "part" ? all.slice(0, work.progress.sections) : all;
  await save(app, head, { where, work, answers: inventedFields(about) });
  for (const applied of sections) {
    const answers = toPoints(inventedSection(applied, about), { applied, work });
    await save(app, head, { where, work, answers });
  }
}

type Pointed = { applied: AppliedSection; work: DemoWork };

/** Points of a scheme as the plan says: Yes, or Partly where they are missing. */
function toPoints(
  answers: readonly InventedAnswer[],
  { applied, work }: Pointed,
): readonly InventedAnswer[] {
  const missing = work.progress.kind === "signed" ? work.progress.missing : undefined;
  if (missing === undefined) return answers;
  const points = new Set(applied.items.filter(({ entry }) => entry).map(({ key }) => key));
  return answers.map((answer) => {
    if (!points.has(answer.key)) return answer;
    const isMissing = missing.includes(answer.key);
    const said = isMissing ? { level: "2", commentary: pick(DEMO_WORDS.partly, work.urn) } : YES;
    return { ...answer, content: { ...answer.content, ...said } };
  });
}
const YES = { level: "3", commentary: "" };

/** As many actions as a school would promise at once. */
const ACTIONS = 3;

/** Promises something for duties answered Partly, then for statements at Starting. */
async function plan(app: App, head: Actor, { where, work }: Doing): Promise<void> {
  const { rows } = await openReview(app, await loadResponse(app, head, where));
  const answers = [...rows.values()].filter(({ key }) => !key.includes(":"));
  const lacking = [
    ...answers.filter(({ duty }) => duty === "partly").slice(0, 2),
    ...answers.filter(({ level, duty }) => level === "1" && duty !== "partly"),
  ];
  for (const [index, { key }] of lacking.slice(0, ACTIONS).entries()) {
    const origin = { responseId: where.responseId, itemKey: key };
    const { terms, fields: blank } = await newAction(app, head, { urn: where.urn, origin });
    const words = DEMO_WORDS.actions[index] ?? DEMO_WORDS.actions[0];
    const fields = {
      ...blank,
      ...words,
      term: terms[index % Math.min(terms.length, 4)] ?? "",
      priority: String(index + 1),
      progressNote: "",
    };
    const outcome = await addAction(app, head, { urn: where.urn, origin, fields });
    mustHold({ ...outcome, ok: outcome.kind === "saved" }, work);
  }
}

type Saving = Doing & { answers: readonly InventedAnswer[] };

async function save(app: App, head: Actor, { where, work, answers }: Saving): Promise<void> {
  const { outcomes } = await saveSection(app, head, {
    ...where,
    answers: answers.map((one) => ({
      ...one,
      base: 0,
      saveId: app.newId(),
      namesConfirmed: true,
    })),
  });
  const refused = outcomes.find(({ kind }) => kind === "refused" || kind === "conflict");
  if (refused !== undefined) throw new Error(`${work.urn} ${JSON.stringify(refused)}`);
}

async function sign(app: App, head: Actor, { where, work }: Doing): Promise<void> {
  const proof = { password: app.config.demoPassword, address: `demonstration ${work.urn}` };
  mustHold(await markReady(app, head, where), work);
  mustHold(await signResponse(app, head, { ...where, declared: true, proof }), work);
  const { row } = await loadResponse(app, head, where);
  if (row.state !== "awaiting-governor") return;
  if (work.progress.kind === "signed" && work.progress.governorAwaited === true) return;
  const governor = await actAs(app, { urn: work.urn, role: "governor" });
  mustHold(await countersign(app, governor, { ...where, declared: true, proof }), work);
}

function mustHold(outcome: { ok: boolean }, work: DemoWork): void {
  if (!outcome.ok) throw new Error(`${work.urn} ${work.questionnaire}: ${JSON.stringify(outcome)}`);
}
