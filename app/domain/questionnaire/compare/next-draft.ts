import { canonicalText } from "~/domain/questionnaire/canonical";
import type { Definition, Item } from "~/domain/questionnaire/definition";
import { statementsOf } from "~/domain/questionnaire/definition-lookup";
import { dropStaleChanges } from "./answer-rules";
import { compareVersions } from "./compare-versions";

/** The draft of the next version as it begins: what stands, without the rules and the kinship of the version before. */
export function beginNext(previous: Definition, number: number): Definition {
  const bare = withItems(previous, (item) => ({ ...item, replaces: undefined }));
  return { ...bare, changes: undefined, changeNotes: `Changes since version ${number}.` };
}

/**
 * A definition read in from a file as the draft that follows `previous` (null: as a first version). A file saved from the
 * version before still holds that version's own rules and `replaces`: they are taken out, so that nothing counts as
 * confirmed that its author never saw. Rules on changes that are not there are left out too.
 */
export function asNextDraft(read: Definition, previous: Definition | null): Definition {
  if (previous === null) return beginFirst(read);
  const inherited = new Map(statementsOf(previous).map(({ key, replaces }) => [key, replaces]));
  const fresh = withItems(read, (item) => {
    const same =
      canonicalText(inherited.get(item.key) ?? []) === canonicalText(item.replaces ?? []);
    return same ? { ...item, replaces: undefined } : item;
  });
  const old = new Set((previous.changes ?? []).map((change) => canonicalText(change)));
  const changes = (fresh.changes ?? []).filter((change) => !old.has(canonicalText(change)));
  const draft = { ...fresh, changes };
  return dropStaleChanges(draft, compareVersions(previous, draft));
}

function beginFirst(read: Definition): Definition {
  const bare = withItems(read, (item) => ({ ...item, replaces: undefined }));
  return { ...bare, changes: undefined };
}

function withItems(definition: Definition, change: (item: Item) => Item): Definition {
  const sections = definition.sections.map((section) => ({
    ...section,
    items: section.items.map(change),
  }));
  return { ...definition, sections };
}
