import {
  changedFields,
  judgeSettings,
  typedOf,
  type OrganisationSettings,
  type SettingsGroup,
  type SettingsProblem,
  type TypedSettings,
} from "~/domain/organisation/settings";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import {
  loadOrganisation,
  type LoadedOrganisation,
  type OrganisationView,
} from "~/services/returns/load-organisation.server";
import { DEFAULT_DECLARATION, GOVERNOR_DECLARATION } from "~/services/signing/declaration";
import { insertAudit } from "~db/queries/audit";
import { findSettings, updateSettings } from "~db/queries/organisation-settings";

/** What counts where the organisation has set nothing of its own. */
export const SERVICE_DECLARATIONS = {
  head: DEFAULT_DECLARATION,
  governor: GOVERNOR_DECLARATION,
} as const;

export type SettingsView = {
  organisation: OrganisationView;
  /** A change is made from this version. */
  version: number;
  settings: OrganisationSettings;
  declarations: { head: string; governor: string };
};

/** What may be set for an organisation, for those who manage it. Throws `not-found` or `forbidden`. */
export async function viewSettings(app: App, actor: Actor, key: string): Promise<SettingsView> {
  const { organisation, view } = await loadManaged(app, actor, key);
  const found = await read(app, organisation.id);
  const { headDeclaration, governorDeclaration } = found.settings;
  return {
    organisation: view,
    ...found,
    declarations: {
      head: headDeclaration ?? SERVICE_DECLARATIONS.head,
      governor: governorDeclaration ?? SERVICE_DECLARATIONS.governor,
    },
  };
}

/** `conflict`: somebody else changed the settings; what stands now, to be shown beside what was typed. */
export type SettingsRefusal =
  | { kind: "problems"; problems: SettingsProblem[] }
  | { kind: "conflict"; stands: TypedSettings; version: number };

type Change = { key: string; group: SettingsGroup; version: number; typed: TypedSettings };

/**
 * Changes one group of settings made from `version`. The record says which fields, never what stands in them; saying
 * the same again writes nothing. Throws `not-found` or `forbidden`.
 */
export async function changeSettings(
  app: App,
  actor: Actor,
  { key, group, version, typed }: Change,
): Promise<Result<null, SettingsRefusal>> {
  const { organisation } = await loadManaged(app, actor, key);
  const judged = judgeSettings(group, typed);
  if (!judged.ok) return refused({ kind: "problems", problems: judged.problem });
  const organisationId = organisation.id;
  const isDone = await app.db.transact(async (tx) => {
    const stands = await findSettings(tx, { organisationId });
    if (stands?.version !== version) return false;
    const fields = changedFields(stands.settings, judged.value);
    if (fields.length === 0) return true;
    const set = judged.value;
    if (!(await updateSettings(tx, { organisationId, version, set }))) return false;
    await insertAudit(tx, {
      id: app.newId(),
      at: app.clock.now(),
      actorId: actor.userId,
      event: "organisation.settings-changed",
      organisationId,
      subjectKind: "organisation",
      subjectId: organisationId,
      data: { fields: fields.join(" ") },
    });
    return true;
  });
  if (isDone) return ok(null);
  const stands = await read(app, organisationId);
  const { version: now } = stands;
  return refused({ kind: "conflict", stands: typedOf(group, stands.settings), version: now });
}

export function loadManaged(app: App, actor: Actor, key: string): Promise<LoadedOrganisation> {
  return loadOrganisation(app, actor, { key, action: "organisation.manage-settings" });
}

async function read(app: App, organisationId: string) {
  const found = await findSettings(app.db.read, { organisationId });
  if (found === undefined) throw new AppError("not-found");
  return found;
}
