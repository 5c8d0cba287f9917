import { formatDate } from "~/domain/calendar/format";
import type { TypedEntry } from "~/domain/reviewer/register-entry";
import type { ReviewerRow } from "~db/queries/reviewers";
import { storedTexts } from "./stored-lists";

/** An entry as its form shows it. */
export function typedOf(row: ReviewerRow): TypedEntry {
  const isHeld = row.homeSchoolId !== null;
  return {
    post: row.post,
    homeUrn: row.homeUrn ?? "",
    homeSchoolName: isHeld ? "" : row.homeSchoolName,
    homeAuthority: isHeld ? "" : row.homeAuthority,
    trustStanding: row.trustStanding,
    trustName: row.trustName ?? "",
    federationName: row.federationName ?? "",
    phases: storedTexts(row.phases),
    questionnaireKeys: storedTexts(row.questionnaireKeys),
    districts: storedTexts(row.districts),
    accreditedUntil: formatDate(row.accreditedUntil),
    visitsOffered: String(row.visitsOffered),
    mayLead: row.mayLead ? "yes" : "",
  };
}
