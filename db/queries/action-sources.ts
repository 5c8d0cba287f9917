import { and, eq, inArray } from "drizzle-orm";
import { visits, visitSuggestions } from "../schema";
import type { Reader } from "../types";

const suggestionColumns = {
  id: visitSuggestions.id,
  visitId: visitSuggestions.visitId,
  key: visitSuggestions.key,
  text: visitSuggestions.text,
  whoMightHelp: visitSuggestions.whoMightHelp,
  responseId: visits.responseId,
  visitOn: visits.visitOn,
};

/** Suggestions of visits to a school whose record both sides have agreed; others are nobody's to act on yet. */
export async function listAgreedSuggestions(read: Reader, { schoolId }: { schoolId: string }) {
  return read
    .select(suggestionColumns)
    .from(visitSuggestions)
    .innerJoin(visits, eq(visits.id, visitSuggestions.visitId))
    .where(and(eq(visits.schoolId, schoolId), inArray(visits.state, ["agreed", "closed"])));
}

export type AgreedSuggestion = Awaited<ReturnType<typeof listAgreedSuggestions>>[number];
