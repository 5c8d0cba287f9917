import type { IconName } from "../../icon-paths";
import { Icon } from "../../icon";
import type { NoteKind } from "~/domain/visit/states";
import { NOTE_KIND_WORDS } from "~/domain/visit/device-words";

export const NOTE_KIND_ICONS: Record<NoteKind, IconName> = {
  saw: "eye",
  "works-well": "star",
  wondered: "question",
};

/** What a note is, with its sign: "Works well". */
export const NoteKindLabel = ({ kind }: { kind: NoteKind }) => (
  <strong className="ir-note-kind">
    <Icon name={NOTE_KIND_ICONS[kind]} tone="pine" />
    {NOTE_KIND_WORDS[kind]}
  </strong>
);
