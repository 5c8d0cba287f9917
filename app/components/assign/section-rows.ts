import { ROLES } from "~/domain/policy/actor";
import type { PostedAssignment } from "~/forms/assignments";
import type { AssignmentsView } from "~/services/answering/views";
import type { Choice } from "../form/choice";
import { roleWords } from "../shell/role-words";

type SectionRow = {
  id: string;
  section: AssignmentsView["sections"][number];
  choices: Choice[];
  /** The id of the person; empty for nobody. */
  chosen: string;
  error: string | undefined;
};

/** One control for each section, with what was chosen where the form came back. */
export function sectionRows(
  view: AssignmentsView,
  typed: readonly PostedAssignment[] | null,
): SectionRow[] {
  const team = new Set(view.people.map(({ id }) => id));
  return view.sections.map((section) => {
    const now = section.assignedTo?.id ?? "";
    const asked = typed?.find((each) => each.section === section.key);
    const chosen = asked ? (asked.userId ?? "") : now;
    const isLost = chosen !== "" && !team.has(chosen);
    return {
      id: `section-${section.key.replace(/[^A-Za-z0-9]/g, "-")}`,
      section,
      choices: [...choicesOf(view), ...(isLost ? [lostChoice(section, chosen)] : [])],
      chosen,
      error: typed && isLost ? "choose someone who is on your team now" : undefined,
    };
  });
}

function choicesOf({ people }: AssignmentsView): Choice[] {
  const nobody = { value: "", label: "Nobody in particular" };
  const team = people.map(({ id, name, role }) => ({
    value: id,
    label: [name, roleOf(role)].filter(Boolean).join(", "),
  }));
  return [nobody, ...team];
}

function roleOf(role: string): string | null {
  const known = ROLES.find((each) => each === role);
  return known === undefined ? null : roleWords({ role: known, signingTitle: null });
}

/** Someone who has left the team since: shown, so that nothing seems to have been chosen instead. */
function lostChoice({ assignedTo }: SectionRow["section"], chosen: string): Choice {
  const name = assignedTo?.id === chosen ? assignedTo.name : "Someone";
  return { value: chosen, label: `${name}, no longer on your team` };
}
