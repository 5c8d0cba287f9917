import type { DutyKind } from "~/domain/questionnaire/definition";
import { Tag } from "./tag";

type DutyTagProps = {
  kind: DutyKind;
  /** Short name of the owning organisation: "Kent". */ owner: string;
};

/** The words a kind of duty is shown with; the owner's own expectation carries its name. */
export function dutyWords({ kind, owner }: DutyTagProps): string {
  const words = { must: "Legal duty", should: "National guidance", local: `${owner} expectation` };
  return words[kind];
}

/** How binding an expectation is. Violet for a legal duty; never a level's colour. */
export function DutyTag(props: DutyTagProps) {
  return <Tag colour={props.kind === "must" ? "violet" : "outline"}>{dutyWords(props)}</Tag>;
}
