import { londonDate } from "~/domain/calendar/format";
import { TellSchoolsSchema } from "~/domain/work/outbox";
import type { App } from "~/platform/app.server";
import type { Job } from "~/platform/outbox-worker.server";
import { findMail } from "~db/queries/mails";
import { findOrganisation } from "~db/queries/organisations";
import { listRoundSchools, type RoundSchoolRow } from "~db/queries/round-schools";
import { findRound, type RoundRow } from "~db/queries/rounds";
import { mailRound, type RoundLetter } from "./mail-round.server";
import { roundReaders } from "./round-people.server";

/** Mails written down in one transaction. */
const BATCH = 20;

/**
 * Tells heads and coordinators of the schools of a round, those invited and not withdrawn, that it closed or opened
 * again. Each mail's id follows from what is told, so that doing it again writes to nobody twice.
 */
export async function tellSchools({ app, payload }: Job): Promise<void> {
  const { roundId, what, tellingId } = TellSchoolsSchema.parse(payload);
  const round = await findRound(app.db.read, { roundId });
  if (round === undefined) return;
  const letters = await lettersOf(app, { round, what, tellingId });
  for (let from = 0; from < letters.length; from += BATCH) {
    const batch = letters.slice(from, from + BATCH);
    await app.db.transact(async (tx) => {
      for (const letter of batch) {
        if ((await findMail(tx, letter.mailId)) === undefined) await mailRound(tx, app, letter);
      }
    });
  }
  app.wakeWorker();
}

type Telling = { round: RoundRow; what: "closed" | "reopened"; tellingId: string };

async function lettersOf(
  app: App,
  { round, what, tellingId }: Telling,
): Promise<(RoundLetter & { mailId: string })[]> {
  const { read } = app.db;
  const organisation = await findOrganisation(read, round.organisationId);
  const schools = (await listRoundSchools(read, { roundId: round.id })).filter(isTold);
  const readers = await roundReaders(app, {
    schoolIds: schools.map(({ schoolId }) => schoolId),
    questionnaireKey: round.questionnaireKey,
    today: londonDate(app.clock.now()),
  });
  return schools.flatMap(({ schoolId, urn, name, firstDeadline, finalDeadline }) =>
    (readers.get(schoolId) ?? []).map((to) => ({
      what,
      round: {
        ...round,
        firstDeadline: firstDeadline ?? round.firstDeadline,
        finalDeadline: finalDeadline ?? round.finalDeadline,
      },
      organisationName: organisation?.name ?? "",
      school: { id: schoolId, urn, name },
      to,
      mailId: `${tellingId}-${schoolId}-${to.userId}`,
    })),
  );
}

const isTold = ({ participation, withdrawnAt }: RoundSchoolRow) =>
  participation !== "expected" && withdrawnAt === null;
