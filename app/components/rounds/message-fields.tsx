import { MESSAGE_MAX } from "~/domain/round/judge-draft";
import { TextArea } from "../form/text-area";
import { controlOf } from "../people/problem-at";
import type { StepFieldsProps } from "./draft-page";

/** What stands in the invitation. */
export function MessageFields({ draft, problems }: StepFieldsProps) {
  return (
    <TextArea
      {...controlOf("message", problems)}
      label="Message to the schools"
      aside="(if you like)"
      hint="It stands in the invitation, after the dates. An empty line begins a new paragraph."
      warnNames
      limit={MESSAGE_MAX}
      rows={8}
      defaultValue={draft.message}
    />
  );
}
