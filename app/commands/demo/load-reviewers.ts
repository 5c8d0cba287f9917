import { addDays } from "~/domain/calendar/day";
import { londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import type { App } from "~/platform/app.server";
import { addReviewer, noteAssurance } from "~/services/reviewers/change-register.server";
import { changeOwnInterests } from "~/services/reviewers/own-register.server";
import { DEMO_REVIEWERS, type DemoReviewer } from "~db/demo/reviewers";
import { actAsPerson, backThen } from "./act-as";

/** Long enough ago that one accreditation has lapsed since. */
const DAYS_AGO = 400;
const KEY = "kent";

/** Puts the demonstration's reviewers into Kent's register, as its manager would, and has them declare interests. */
export async function loadReviewers(now: App): Promise<void> {
  const app = backThen(now, DAYS_AGO);
  const manager = await actAsPerson(app, "manager@demo.test");
  for (const reviewer of DEMO_REVIEWERS) await addOne(app, manager, { reviewer, now });
}

type Adding = { reviewer: DemoReviewer; now: App };

async function addOne(app: App, manager: Actor, { reviewer, now }: Adding): Promise<void> {
  const person = await actAsPerson(app, reviewer.email);
  const typed = typedEntry(reviewer, londonDate(now.clock.now()));
  const added = await addReviewer(app, manager, { key: KEY, userId: person.userId, typed });
  if (!added.ok) throw new Error(`${reviewer.email}: ${JSON.stringify(added.problem)}`);
  const reviewerId = added.value.id;
  if (reviewer.assured) await noteAssurance(app, manager, { key: KEY, reviewerId, seenOn: "" });
  for (const urn of reviewer.interests) {
    await changeOwnInterests(app, person, { reviewerId, change: { kind: "add", urn } });
  }
  await changeOwnInterests(app, person, { reviewerId, change: { kind: "declare" } });
}

function typedEntry(reviewer: DemoReviewer, today: string) {
  const { home, trust, questionnaires, mayLead, visitsOffered, accreditedForDays } = reviewer;
  const isHere = "urn" in home;
  return {
    post: reviewer.post,
    homeUrn: isHere ? home.urn : "",
    homeSchoolName: isHere ? "" : home.name,
    homeAuthority: isHere ? "" : home.authority,
    trustStanding: typeof trust === "string" ? trust : "in-trust",
    trustName: typeof trust === "string" ? "" : trust.name,
    federationName: "",
    phases: reviewer.phases,
    questionnaireKeys: questionnaires,
    districts: reviewer.districts,
    accreditedUntil: addDays(today, accreditedForDays),
    visitsOffered: String(visitsOffered),
    mayLead: mayLead ? "yes" : "",
  };
}
