import { phaseWords } from "~/domain/matching/availability-words";
import { PHASES } from "~/domain/questionnaire/definition";
import type { EntryField, TypedEntry } from "~/domain/reviewer/register-entry";
import { Panel } from "../panels/panel";
import { TRUST_CHOICES } from "./entry-fields";

const LABELS: Record<EntryField, string> = {
  post: "Post",
  homeUrn: "URN of the home school",
  homeSchoolName: "Name of the home school",
  homeAuthority: "Its local authority",
  trustStanding: "Their trust",
  trustName: "Name of the trust",
  federationName: "Name of the federation",
  phases: "Phases they know",
  questionnaireKeys: "Questionnaires",
  districts: "Districts",
  accreditedUntil: "Accredited until",
  visitsOffered: "Visits offered",
  mayLead: "May lead a visit",
};

const FIELDS = Object.keys(LABELS) as EntryField[];

/** Both texts of an entry that two people changed: what stands now, and what was typed here. */
export function EntryConflict({ stands, typed }: { stands: TypedEntry; typed: TypedEntry }) {
  const differing = FIELDS.filter((field) => wordsOf(field, stands) !== wordsOf(field, typed));
  return (
    <Panel kind="conflict" id="conflict" title="Somebody else changed this entry">
      {differing.length === 0 ? (
        <p>What stands now is what you typed. Nothing is lost.</p>
      ) : (
        <>
          <p>What you typed is in the boxes below. Save it, or keep what stands.</p>
          <dl className="ir-two-texts">
            {differing.map((field) => (
              <div key={field}>
                <dt>{LABELS[field]}</dt>
                <dd>
                  <span className="ir-muted">Stands now:</span> {wordsOf(field, stands)}
                </dd>
                <dd>
                  <span className="ir-muted">You typed:</span> {wordsOf(field, typed)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Panel>
  );
}

function wordsOf(field: EntryField, entry: TypedEntry): string {
  const value = entry[field];
  if (field === "phases") return phaseWords(PHASES.filter((one) => value.includes(one)));
  if (field === "trustStanding") {
    return TRUST_CHOICES.find((one) => one.value === value)?.label ?? "Nothing";
  }
  if (field === "mayLead") return value === "yes" ? "Yes" : "No";
  const words = typeof value === "string" ? value.trim() : value.join(", ");
  return words === "" ? "Nothing" : words;
}
