import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { sectionProgress } from "~/domain/questionnaire/progress";
import type { listAssignmentsOf } from "~db/queries/assignments";
import type { TeamMember } from "~db/queries/people";
import type { listSignedCopies, listSignOffs } from "~db/queries/signed-copies";
import type { OnHome } from "./home-responses.server";
import type { WaitingView } from "./views";

type Row<Query extends (...given: never[]) => Promise<unknown[]>> = Awaited<
  ReturnType<Query>
>[number];

/** What home has read to say who waits for whom. */
export type WaitingFacts = {
  responses: readonly OnHome[];
  people: readonly TeamMember[];
  copies: readonly Row<typeof listSignedCopies>[];
  signed: readonly Row<typeof listSignOffs>[];
  declined: readonly Row<typeof listSignOffs>[];
  assigned: readonly Row<typeof listAssignmentsOf>[];
};

/** What waits for this person: signatures first, then what came back, then duties that changed and sections they were asked for. */
export function waitingViews(actor: Actor, facts: WaitingFacts): WaitingView[] {
  const { responses } = facts;
  return [
    ...responses.flatMap((one) => toSign(actor, { one, facts })),
    ...responses.flatMap((one) => toCountersign(actor, { one, facts })),
    ...responses.flatMap((one) => declined(one, facts)),
    ...responses.flatMap(dutiesChanged),
    ...responses.flatMap((one) => sections(one, facts)),
  ];
}

type Asked = { one: OnHome; facts: WaitingFacts };

function toSign(actor: Actor, { one, facts }: Asked): WaitingView[] {
  if (!can(actor, "response.sign", one.loaded.facts).allowed) return [];
  const { readyAt, readyBy } = one.loaded.row;
  const person = facts.people.find(({ userId }) => userId === readyBy);
  const by = person === undefined ? null : { id: person.userId, name: person.name };
  return [{ kind: "sign", responseId: one.id, title: one.title, readyAt, by }];
}

function toCountersign(actor: Actor, { one, facts }: Asked): WaitingView[] {
  const signature = facts.signed.find(({ responseId }) => responseId === one.id);
  if (signature === undefined) return [];
  const asked = { ...one.loaded.facts, signedBy: signature.userId };
  if (!can(actor, "response.countersign", asked).allowed) return [];
  const { name: by, signedAt } = signature;
  return [{ kind: "countersign", responseId: one.id, title: one.title, signedAt, by }];
}

/** A copy the governor declined, until the next one is signed. */
function declined(one: OnHome, { declined: refusals, copies }: WaitingFacts): WaitingView[] {
  const isOpen = one.state === "in-progress" || one.state === "ready-to-sign";
  const last = copies.find(({ responseId }) => responseId === one.id);
  const refusal = refusals.find(({ submissionId }) => submissionId === last?.id);
  if (!one.mayRead || !isOpen || refusal === undefined) return [];
  const { name: by, signedAt: at, reason } = refusal;
  return [{ kind: "declined", responseId: one.id, title: one.title, at, by, reason: reason ?? "" }];
}

/** Duties that changed while the answers were being written. */
function dutiesChanged({ id, title, state, mayRead, dutyAsks }: OnHome): WaitingView[] {
  const isOpen = state === "in-progress" || state === "ready-to-sign";
  if (!mayRead || !isOpen) return [];
  return dutyAsks.map(({ itemKey, before, after }) => ({
    kind: "duty" as const,
    responseId: id,
    ...{ title, itemKey, before, after },
  }));
}

function sections(one: OnHome, { assigned }: WaitingFacts): WaitingView[] {
  if (!one.mayAnswer) return [];
  const progress = sectionProgress(one.review);
  return assigned
    .filter(({ responseId }) => responseId === one.id)
    .flatMap(({ sectionKey, assignedAt, byId, byName }) => {
      const section = progress.find(({ key }) => key === sectionKey);
      if (section === undefined || section.completed) return [];
      const { key, title, done, total } = section;
      return [
        {
          kind: "section" as const,
          responseId: one.id,
          title: one.title,
          section: { key, title },
          left: total - done,
          at: assignedAt,
          by: { id: byId, name: byName },
        },
      ];
    });
}
