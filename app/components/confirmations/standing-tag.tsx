import { formatDate } from "~/domain/calendar/format";
import type { ConfirmationStanding } from "~/domain/confirmation/states";
import { Tag } from "../tag";

const LOOKS = {
  confirmed: ["green", "Confirmed until"],
  lapsed: ["sand", "Ran out on"],
  superseded: ["grey", "Renewed, ran until"],
  withdrawn: ["grey", "Withdrawn, ran until"],
} as const satisfies Record<ConfirmationStanding, readonly [string, string]>;

type StandingTagProps = { confirmation: { standing: ConfirmationStanding; endsOn: string } };

/** "Confirmed until 12 March 2027". */
export function StandingTag({ confirmation: { standing, endsOn } }: StandingTagProps) {
  const [colour, words] = LOOKS[standing];
  return (
    <Tag colour={colour}>
      {words} {formatDate(endsOn)}
    </Tag>
  );
}
