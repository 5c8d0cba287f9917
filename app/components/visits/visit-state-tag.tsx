import type { VisitState } from "~/domain/visit/states";
import { VISIT_STATE_WORDS } from "~/domain/visit/visit-words";
import { Tag, type TagColour } from "../tag";

const COLOURS: Record<VisitState, TagColour> = {
  proposed: "sand",
  accepted: "blue",
  dated: "blue",
  planned: "blue",
  visited: "violet",
  drafted: "violet",
  "with-school": "violet",
  agreed: "violet",
  closed: "green",
  "closed-with-both-views": "green",
  cancelled: "grey",
};

/** Where a visit stands. */
export const VisitStateTag = ({ state }: { state: VisitState }) => (
  <Tag colour={COLOURS[state]}>{VISIT_STATE_WORDS[state]}</Tag>
);
