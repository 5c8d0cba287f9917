import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Denial } from "~/domain/policy/verdict";
import type { App } from "~/platform/app.server";
import { loadResponse } from "~/services/answering/load-response.server";
import { titleOf } from "~/services/answering/response-header";
import { inRole, schoolPeople } from "~/services/answering/school-people.server";
import { listSubmissions } from "~db/queries/submissions";

/** `viewChange`: the page before a signed copy is called back or opened for changes. */
export type ChangeView = {
  urn: string;
  responseId: string;
  schoolName: string;
  title: string;
  /** The copy signed last. */
  number: number;
  /** Null: it may be done. */
  refused: { reason: Denial; heads: string[] } | null;
};

type Asked = { urn: string; responseId: string; action: "response.recall" | "response.amend" };

/** What stands before the change, and whether this person may make it now. Throws `not-found` or `forbidden`. */
export async function viewChange(
  app: App,
  actor: Actor,
  { urn, responseId, action }: Asked,
): Promise<ChangeView> {
  const loaded = await loadResponse(app, actor, { urn, responseId });
  const { school, row, facts } = loaded;
  const verdict = can(actor, action, facts);
  const copies = await listSubmissions(app.db.read, { schoolId: school.id, responseId: row.id });
  const people = await schoolPeople(app, facts);
  const heads = inRole(people, "head").map(({ name }) => name);
  return {
    urn,
    responseId,
    schoolName: school.name,
    title: titleOf(row, loaded.definition),
    number: copies[0]?.number ?? 0,
    refused: verdict.allowed ? null : { reason: verdict.reason, heads },
  };
}
