import { type FormEvent, useState } from "react";
import { findLikelyChildName } from "~/domain/people/names-guard";
import { findUpn } from "~/domain/people/upn";
import { Button } from "../../button";
import { Details } from "../../details";
import { TextInput } from "../../form/text-input";
import type { VisitDevice } from "./visit-device";

type AddLineProps = {
  action: string;
  id: string;
  device: VisitDevice | null;
  onAdded: (lineId: string) => void;
  open: boolean;
  error: string | undefined;
};

/** Something that was not in the plan gets a line of its own, so that notes have a place. */
export function AddLine({ action, id, device, onAdded, open, error }: AddLineProps) {
  const [wrong, setWrong] = useState(error);
  function add(event: FormEvent<HTMLFormElement>) {
    if (device === null) return;
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const title = textOf(fields, "title");
    const startsAt = textOf(fields, "startsAt");
    if (title === "" || title.length > 80 || !/^\d\d:\d\d$/.test(startsAt)) {
      setWrong(WRONG_LINE);
      return;
    }
    if (findUpn(title).length > 0 || findLikelyChildName(title).length > 0) {
      setWrong(NAMED_LINE);
      return;
    }
    setWrong(undefined);
    const line = { id: crypto.randomUUID(), kind: "other", title, startsAt } as const;
    void device.addLine(line).then(() => onAdded(line.id));
    form.reset();
  }
  return (
    <Details summary="Add something not in the plan" open={open}>
      <form method="post" action={action} onSubmit={add} className="ir-stack">
        <input type="hidden" name="intent" value="add-line" />
        <input type="hidden" name="line" value={id} />
        <TextInput
          id="line-title"
          name="title"
          label="What it is"
          hint="“Lunch hall”, “Talk with the class teacher”. No names."
          error={wrong}
        />
        <TextInput id="line-hour" name="startsAt" type="time" label="From" width="short" />
        <Button secondary>Add it to the day</Button>
      </form>
    </Details>
  );
}

/** A part of the day is called by what it is: nobody's name is needed in it. */
export const NAMED_LINE =
  "Call it by what it is, like “Talk with the class teacher”: no names, and no pupil numbers";

export const WRONG_LINE = "Say what it is, in up to 80 signs, and when it began";

const textOf = (fields: FormData, name: string): string => {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim() : "";
};
