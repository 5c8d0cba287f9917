import type { Snapshot } from "~/domain/submission/snapshot";

/** A text in a signed copy that somebody typed: where it stands, and the answer it belongs to (null: none). */
export type SnapshotText = { path: string; answerKey: string | null; text: string };

/** Gives back what each typed text of a signed copy is to read. */
export type SnapshotReader = (text: SnapshotText) => string;

/**
 * A signed copy with every text that somebody typed put through `read`. Wording of the questionnaire, facts of
 * the school and figures are left as they are. Paths name keys, so they hold after a text has changed.
 */
export function mapSnapshotTexts(snapshot: Snapshot, read: SnapshotReader): Snapshot {
  return {
    ...snapshot,
    sections: snapshot.sections.map((section) => sectionWith(section, read)),
    fields: snapshot.fields.map((field) => {
      const place = { path: `fields/${field.key}/value`, answerKey: `field:${field.key}` };
      return { ...field, value: read({ ...place, text: field.value }) };
    }),
    actions: snapshot.actions.map((action, index) => {
      const at = (name: "title" | "leadRole") =>
        read({ path: `actions/${index}/${name}`, answerKey: null, text: action[name] });
      return { ...action, title: at("title"), leadRole: at("leadRole") };
    }),
  };
}

function sectionWith(section: Snapshot["sections"][number], read: SnapshotReader) {
  const { key, commentary } = section;
  const place = { path: `sections/${key}/commentary`, answerKey: `section:${key}` };
  return {
    ...section,
    commentary: read({ ...place, text: commentary }),
    items: section.items.map((item) => {
      const at = (name: "commentary" | "whereSeen" | "dutyNote") =>
        read({ path: `items/${item.key}/${name}`, answerKey: item.key, text: item[name] });
      return {
        ...item,
        commentary: at("commentary"),
        whereSeen: at("whereSeen"),
        dutyNote: at("dutyNote"),
      };
    }),
  };
}

/** A signed copy with the texts at these paths replaced; paths it has not are passed over. */
export function withSnapshotTexts(
  snapshot: Snapshot,
  texts: ReadonlyMap<string, string>,
): Snapshot {
  return mapSnapshotTexts(snapshot, ({ path, text }) => texts.get(path) ?? text);
}
