import { and, eq, exists, inArray } from "drizzle-orm";
import type { letterBatches, schoolContacts } from "../schema";
import { questionnaires, questionnaireVersions, rounds } from "../schema";
import type { Reader } from "../types";

/** Questionnaires that a reader's role is limited to, by key; null: all of them. */
export type Seen = { questionnaires: readonly string[] | null };

/** In a query of `rounds`: those of questionnaires that the reader sees. Undefined where they see all. */
export function isRoundSeen(read: Reader, { questionnaires: keys }: Seen) {
  if (keys === null) return undefined;
  return exists(
    read
      .select({ id: questionnaireVersions.id })
      .from(questionnaireVersions)
      .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
      .where(
        and(eq(questionnaireVersions.id, rounds.versionId), inArray(questionnaires.key, [...keys])),
      ),
  );
}

type RoundId = typeof schoolContacts.roundId | typeof letterBatches.roundId;

/** In a query without `rounds`: what is about a round of a questionnaire that the reader sees, as above. */
export function isAboutSeen(read: Reader, roundId: RoundId, seen: Seen) {
  if (seen.questionnaires === null) return undefined;
  return exists(
    read
      .select({ id: rounds.id })
      .from(rounds)
      .where(and(eq(rounds.id, roundId), isRoundSeen(read, seen))),
  );
}
