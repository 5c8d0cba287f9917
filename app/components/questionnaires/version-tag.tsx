import type { VersionState } from "~/domain/questionnaire/version-states";
import { Tag, type TagColour } from "../tag";

const STATES: Record<VersionState, { colour: TagColour; words: string }> = {
  draft: { colour: "blue", words: "Draft" },
  published: { colour: "green", words: "Published" },
  retired: { colour: "grey", words: "Retired" },
};

/** State of a version. */
export function VersionTag({ state }: { state: VersionState }) {
  const { colour, words } = STATES[state];
  return <Tag colour={colour}>{words}</Tag>;
}
