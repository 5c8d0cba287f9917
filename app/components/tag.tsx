import type { ReactNode } from "react";
import type { ResponseState } from "~/domain/response/states";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type TagColour = "grey" | "blue" | "sand" | "green" | "violet" | "red" | "outline";

/** A short state in a tinted box. The word carries the meaning; the colour repeats it. */
export function Tag({ colour, children }: { colour: TagColour; children: ReactNode }) {
  return <span className={classNames("ir-tag", `ir-tag-${colour}`)}>{children}</span>;
}

const STATES = {
  "not-started": ["grey", "Not started"],
  "in-progress": ["blue", "In progress"],
  "ready-to-sign": ["violet", "Ready to sign"],
  "awaiting-governor": ["violet", "Governor awaited"],
  submitted: ["green", "Signed"],
  replied: ["green", "Replied"],
  lapsed: ["grey", "Not signed, round closed"],
  withdrawn: ["grey", "Withdrawn"],
} as const satisfies Record<ResponseState, readonly [TagColour, string]>;

/** The words a state is shown with. */
export const stateWords = (state: ResponseState): string => STATES[state][1];

/** State of a self-review. */
export function StateTag({ state }: { state: ResponseState }) {
  const [colour, words] = STATES[state];
  return <Tag colour={colour}>{words}</Tag>;
}

/** A self-review that only the school knows of. */
export const PrivateTag = () => (
  <Tag colour="outline">
    <Icon name="lock" />
    Only your school
  </Tag>
);

export const NeedsWordsTag = () => <Tag colour="sand">Needs words</Tag>;

/** Something finished: plain text with a tick, never a box. */
export const Completed = ({ children = "Completed" }: { children?: ReactNode }) => (
  <span className="ir-completed">
    <Icon name="tick" />
    {children}
  </span>
);
