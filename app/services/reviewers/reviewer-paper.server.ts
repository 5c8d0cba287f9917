import { createHash } from "node:crypto";
import { formatDate, londonDate } from "~/domain/calendar/format";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { accreditationWords } from "~/domain/reviewer/accreditation";
import { hasTakenPlace } from "~/domain/reviewer/visits-of-year";
import type { ReviewerPaper } from "~/pdf/reviewer/compose-reviewer-paper.server";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { taskUrl } from "~/platform/worker-pool.server";
import type { PdfFile } from "~/services/documents/draft-pdf.server";
import { findOrganisationByKey, type OrganisationFacts } from "~db/queries/organisations";
import { findReviewer, listAskedVisits, type ReviewerRow } from "~db/queries/reviewers";
import { REGISTER_ACTION } from "./load-reviewer.server";
import { assuranceOf } from "./view-reviewer.server";

export const PAPERS = ["letter", "certificate"] as const;
export type Paper = (typeof PAPERS)[number];

const TASK = taskUrl("app/services/reviewers/make-paper.worker.ts");
const TIMEOUT_MS = 30_000;
const NOT_DBS =
  "This is not a DBS certificate, and it does not take the place of one. A school may ask to see the original.";

type Asked = { key: string; reviewerId: string; paper: Paper };

/**
 * The assurance letter or the certificate of visits made, for a manager of the register or the reviewer. Throws
 * `not-found` for everybody else, and for a letter where nothing has been seen.
 */
export async function reviewerPaper(
  app: App,
  actor: Actor,
  { key, reviewerId, paper }: Asked,
): Promise<PdfFile> {
  const { row, organisation } = await loadForPaper(app, actor, { key, reviewerId });
  const printed =
    paper === "letter" ? await letterOf(app, row) : await certificateOf(app, { row, organisation });
  const madeAt = app.clock.now();
  const text = JSON.stringify([organisation.name, printed, londonDate(madeAt)]);
  const task: ReviewerPaper = {
    ...printed,
    organisation: organisation.name,
    note: NOT_DBS,
    madeAt,
    id: createHash("sha256").update(text).digest("hex").slice(0, 32).toUpperCase(),
    demonstration: organisation.demonstration,
  };
  const bytes = await perform(app, task);
  return { bytes, fileName: `${paper === "letter" ? "assurance-letter" : "certificate"}.pdf` };
}

async function loadForPaper(app: App, actor: Actor, { key, reviewerId }: Omit<Asked, "paper">) {
  const organisation = await findOrganisationByKey(app.db.read, key);
  const row = await findReviewer(app.db.read, { reviewerId });
  if (organisation === undefined) throw new AppError("not-found");
  const facts = { organisationId: organisation.id, today: londonDate(app.clock.now()) };
  const manages = can(actor, REGISTER_ACTION, facts);
  const isTheirs =
    row !== undefined && can(actor, "person.read-own-data", { userId: row.userId }).allowed;
  if (!manages.allowed && !isTheirs) throw new AppError(manages.hide ? "not-found" : "forbidden");
  if (row?.organisationId !== organisation.id) throw new AppError("not-found");
  return { row, organisation };
}

type Printed = Pick<ReviewerPaper, "title" | "facts" | "sections">;

async function letterOf(app: App, row: ReviewerRow): Promise<Printed> {
  const assured = await assuranceOf(app, row);
  if (assured === null) throw new AppError("not-found");
  const today = londonDate(app.clock.now());
  const by = assured.by === "" ? "" : `, by ${assured.by}`;
  return {
    title: "Letter of assurance",
    facts: [...whoIs(row), { label: "Seen on", value: `${formatDate(assured.on)}${by}` }],
    sections: [
      {
        title: "What we have seen",
        paragraphs: [
          "Proof of identity and an enhanced DBS check. We keep that we have seen them, on which day and by whom, and no copy of either.",
          `${accreditationWords(row.accreditedUntil, today)}. ${row.name} visits schools for us as a peer reviewer, with another reviewer, by agreement with the headteacher.`,
        ],
      },
    ],
  };
}

const whoIs = (row: ReviewerRow) => [
  { label: "Name", value: row.name },
  { label: "Post", value: row.post },
  { label: "Home school", value: `${row.homeSchoolName}, ${row.homeAuthority}` },
];

type Certified = { row: ReviewerRow; organisation: OrganisationFacts };

async function certificateOf(app: App, { row, organisation }: Certified): Promise<Printed> {
  const { organisationId, id: reviewerId } = row;
  const asked = await listAskedVisits(app.db.read, { organisationId, reviewerId });
  const made = asked.filter(
    ({ standing, state }) => standing === "accepted" && hasTakenPlace(state),
  );
  const count = made.length === 1 ? "1 visit" : `${made.length} visits`;
  return {
    title: "Certificate of visits made",
    facts: [...whoIs(row), { label: "Visits made", value: count }],
    sections: [
      {
        title: "Visits",
        paragraphs: [
          made.length === 0
            ? "No visit has been made yet."
            : `${row.name} has made ${count} as a peer reviewer for ${organisation.name}. We thank them for the time they gave to other schools.`,
          ...made.map(({ schoolName, visitOn, part }) => {
            const day = visitOn === null ? "" : `, ${formatDate(visitOn)}`;
            return `${schoolName}${day}, as ${part} reviewer`;
          }),
        ],
      },
    ],
  };
}

/** In a worker thread where there is one, so that no request waits behind it. */
async function perform(app: App, task: ReviewerPaper): Promise<Uint8Array> {
  if (app.runTask) return app.runTask<Uint8Array>(TASK, task, { timeoutMs: TIMEOUT_MS });
  const { run } = await import("./make-paper.worker");
  return run(task);
}
