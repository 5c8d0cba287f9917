import { eq } from "drizzle-orm";
import { argon2Passwords } from "~/auth/password.server";
import { EMPTY_ANSWER, type AnswerContent } from "~/domain/response/answer";
import type { Actor } from "~/domain/policy/actor";
import { markReady } from "~/services/signing/mark-ready.server";
import { signResponse } from "~/services/signing/sign-response.server";
import { outbox, responses, rounds, submissions, users } from "~db/schema";
import { PASSWORD } from "~tests/support/accounts";
import { aGrant } from "~tests/support/factories/people";
import type { Round } from "~tests/support/factories/rounds";
import { aSave } from "~tests/support/factories/worlds";
import { anAnsweringSchool } from "../answering/answering-school";

/** Everything the small questionnaire asks of a primary school. */
export const COMPLETE: Record<string, Partial<AnswerContent>> = {
  A1: { level: "3", commentary: "Plans read each half term.", duty: "yes" },
  A2: { level: "2", whereSeen: "Staff room" },
  A3: { level: "1", helpWanted: true },
  B1: { level: "3" },
  "section:A": { level: "2", commentary: "Walks and plans." },
  "section:B": { level: "3", commentary: "Books looked at together." },
  "field:staff": { value: "20" },
  "field:trained": { value: "17" },
};

/** The same with one answer still to give. */
export const without = (left: string): typeof COMPLETE =>
  Object.fromEntries(Object.entries(COMPLETE).filter(([key]) => key !== left));

const passwordHash = argon2Passwords.hash(PASSWORD);
const ADDRESS = "192.0.2.1";

type Options = { round?: Partial<Round>; answers?: Record<string, Partial<AnswerContent>> };

/** A school whose answers are complete, and whose people have `PASSWORD`. */
export async function aSigningSchool({ round, answers = COMPLETE }: Options = {}) {
  const place = await anAnsweringSchool({ round, response: { state: "in-progress" } });
  const { app, at, response, head, senco, governor, school } = place;
  for (const [key, content] of Object.entries(answers)) {
    await aSave(app, {
      responseId: response.id,
      userId: senco.userId,
      key,
      ...EMPTY_ANSWER,
      ...content,
    });
  }
  const hash = await passwordHash;
  for (const { userId } of [head, senco, governor, place.colleague]) {
    await app.db.transact(async (tx) => {
      await tx.update(users).set({ passwordHash: hash }).where(eq(users.id, userId));
    });
  }
  const proof = { password: PASSWORD, address: ADDRESS };
  const ready = () => markReady(app, head, at);
  const sign = (as: Actor = head) => signResponse(app, as, { ...at, declared: true, proof });
  return {
    ...place,
    proof,
    ready,
    sign,
    readyAndSign: async () => {
      await ready();
      return sign();
    },
    stateNow: async () => {
      const rows = await app.db.read
        .select({ state: responses.state })
        .from(responses)
        .where(eq(responses.id, response.id));
      return rows[0]?.state;
    },
    copies: () =>
      app.db.read
        .select()
        .from(submissions)
        .where(eq(submissions.responseId, response.id))
        .orderBy(submissions.number),
    /** PDFs asked for. */
    jobs: () => app.db.read.select().from(outbox).where(eq(outbox.kind, "make-document")),
    closeRound: () =>
      app.db.transact(async (tx) => {
        const closedAt = app.clock.now();
        await tx.update(rounds).set({ closedAt }).where(eq(rounds.id, place.round.id));
      }),
    /** The head with a governor's role as well, as many heads are. */
    headAsGovernor: async (): Promise<Actor> => {
      const role = "governor" as const;
      const grant = await aGrant(app, { userId: head.userId, role, schoolId: school.id });
      return { ...head, grants: [...head.grants, grant] };
    },
  };
}

export type SigningSchool = Awaited<ReturnType<typeof aSigningSchool>>;
