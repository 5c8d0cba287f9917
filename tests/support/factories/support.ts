import type { SupportEntry } from "~/domain/support/entry";
import type { App } from "~/platform/app.server";
import { insertSupport } from "~db/queries/support";

/** An entry of help for A1, on today, for everywhere. */
export function aSupportEntry(over: Partial<SupportEntry> = {}): SupportEntry {
  return {
    id: "entry",
    kind: "contact",
    title: "Specialist teaching, North Weald",
    about: "",
    dates: [],
    booking: "",
    link: null,
    email: "teaching@wealdshire.example",
    telephone: null,
    itemKeys: ["A1"],
    districts: [],
    school: null,
    validFrom: null,
    validTo: null,
    retired: false,
    ...over,
  };
}

type AStored = { questionnaireId: string } & Partial<SupportEntry>;

/** The same, in the database. Returns its id. */
export async function aStoredSupport(
  app: App,
  { questionnaireId, ...over }: AStored,
): Promise<string> {
  const entry = aSupportEntry({ id: app.newId(), ...over });
  const { id, kind, title, about, booking, link, email, telephone, validFrom, validTo } = entry;
  await app.db.transact((tx) =>
    insertSupport(tx, {
      ...{ id, questionnaireId, kind, title, about, booking, link, email, telephone },
      ...{ validFrom, validTo },
      dates: JSON.stringify(entry.dates),
      itemKeys: JSON.stringify(entry.itemKeys),
      districts: JSON.stringify(entry.districts),
      schoolId: entry.school?.id ?? null,
      agreedOn: entry.school === null ? null : "2026-09-01",
      createdAt: app.clock.now(),
    }),
  );
  return entry.id;
}
