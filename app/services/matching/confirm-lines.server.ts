import { checkLines } from "~/domain/matching/check-lines";
import { windowOf, type ChosenPair, type MatchingChoices } from "~/domain/matching/choices";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { inviteToVisit, type Invited } from "~/services/visits/invite-to-visit.server";
import { loadMatchingData, type MatchingData } from "./load-facts.server";
import { loadRounds, roundNeeded } from "./load-round.server";
import { linesOf } from "./read-lines";
import { backFrom, type BackLineView } from "./view-proposal.server";

/** How many visits were proposed, and those that came back with why. */
export type Confirmed = { roundId: string; proposed: number; back: BackLineView[] };

type Confirming = {
  key: string;
  choices: Pick<MatchingChoices, "roundId" | "from" | "to">;
  lines: readonly ChosenPair[];
};

/**
 * Proposes the visits somebody confirmed, all in one transaction in which every hard rule is asked again: what was
 * true when the page was made may not be now. Lines that no longer hold come back with the reason and are not sent.
 */
export async function confirmLines(
  app: App,
  actor: Actor,
  { key, choices, lines }: Confirming,
): Promise<Confirmed> {
  const loaded = await loadRounds(app, actor, key);
  const round = roundNeeded(loaded.rounds, choices.roundId);
  const { window } = windowOf(choices, loaded);
  const { today, calendar } = loaded;
  const at = app.clock.now();
  const confirmed = await app.db.transact(async (tx) => {
    const data = await loadMatchingData(tx, { round, today, window });
    // All of the register, so that the reason can be told of somebody whose accreditation has lapsed.
    const checked = checkLines(linesOf(lines, data), data);
    for (const { school, reviewers: pair } of checked.held) {
      const { responseId } = hostOf(data, school.schoolId);
      const [lead, second] = pair.map(({ userId }) => invitedOf(data, userId));
      if (lead === undefined || second === undefined) throw new AppError("conflict");
      const { schoolId, name } = school;
      const visit = { actor, round, reviewers: [lead, second] as const, calendar, at };
      await inviteToVisit(tx, app, { ...visit, school: { schoolId, name, responseId } });
    }
    return { proposed: checked.held.length, back: backFrom(data, checked) };
  });
  app.wakeWorker();
  return { roundId: round.id, ...confirmed };
}

function hostOf({ schools }: MatchingData, schoolId: string) {
  const school = schools.find((one) => one.schoolId === schoolId);
  if (school === undefined) throw new AppError("conflict");
  return school;
}

function invitedOf({ reviewers }: MatchingData, userId: string): Invited | undefined {
  const found = reviewers.find((one) => one.userId === userId);
  if (found === undefined) return undefined;
  const { reviewerId, name, email } = found;
  return { reviewerId, userId, name, email };
}
