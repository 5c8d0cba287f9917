import { wasName } from "~/forms/visit-record";
import { Select } from "../../form/select";
import { TextArea } from "../../form/text-area";
import { TextInput } from "../../form/text-input";
import type { Choice } from "../../form/choice";

/** What the boxes of a form show: as they stand, and as they were typed where the form comes back. */
export type Boxes = {
  stands: Readonly<Record<string, string>>;
  typed?: Readonly<Record<string, string>>;
  errors?: Readonly<Record<string, string>>;
};

type BoxProps = { boxes: Boxes; name: string; label: string; hint?: string };

/** Ids have no full stops: they are looked up by links and styles. */
export const boxId = (name: string): string => `box-${name.replace(/\./g, "-")}`;

const textOf = ({ stands, typed }: Boxes, name: string): string =>
  typed?.[name] ?? stands[name] ?? "";

/** What the box held when the page was made, so that nothing of another writer is written over. */
export const Was = ({ boxes, name }: { boxes: Boxes; name: string }) => (
  <input type="hidden" name={wasName(name)} value={boxes.stands[name] ?? ""} />
);

type AreaProps = BoxProps & { limit: number; warnNames?: boolean; rows?: number };

/** A box for words whose earlier text goes along. The key makes it anew when what stands changes. */
export function KeptArea({ boxes, name, limit, hint, rows = 3, ...words }: AreaProps) {
  return (
    <>
      <TextArea
        key={`${textOf(boxes, name)} ${boxes.stands[name] ?? ""}`}
        id={boxId(name)}
        name={name}
        limit={limit}
        rows={rows}
        hint={hint ?? `Up to ${limit} characters`}
        defaultValue={textOf(boxes, name)}
        error={boxes.errors?.[name]}
        {...words}
      />
      <Was boxes={boxes} name={name} />
    </>
  );
}

export function KeptLine({ boxes, name, ...words }: BoxProps) {
  return (
    <>
      <TextInput
        key={textOf(boxes, name)}
        id={boxId(name)}
        name={name}
        defaultValue={textOf(boxes, name)}
        error={boxes.errors?.[name]}
        {...words}
      />
      <Was boxes={boxes} name={name} />
    </>
  );
}

type SelectProps = BoxProps & {
  choices: readonly Choice[];
  /** Shown where nothing is chosen yet. */
  start?: string;
};

export function KeptSelect({ boxes, name, start = "", ...words }: SelectProps) {
  const value = textOf(boxes, name);
  return (
    <>
      <Select
        key={value}
        id={boxId(name)}
        name={name}
        width="full"
        defaultValue={value === "" ? start : value}
        error={boxes.errors?.[name]}
        {...words}
      />
      <Was boxes={boxes} name={name} />
    </>
  );
}
