import type { App } from "~/platform/app.server";
import { insertAudit, type AuditData } from "~db/queries/audit";
import type { Writer } from "~db/types";

/** `subjectId`: the person's id, or the hash of an address that is nobody's. */
export type AccountEvent = {
  event:
    | "account.signed-in"
    | "account.sign-in-failed"
    | "account.first-factor-given"
    | "account.second-factor-failed"
    | "account.second-factor-added"
    | "account.second-factor-removed"
    | "account.second-factor-reset"
    | "account.recovery-code-used"
    | "account.recovery-codes-renewed"
    | "account.password-changed"
    | "account.password-reset-asked"
    | "account.password-reset"
    | "account.name-changed"
    | "account.email-change-asked"
    | "account.email-change-stopped"
    | "account.email-changed"
    | "account.email-change-undone"
    | "account.identity-connected"
    | "account.identity-disconnected"
    | "account.proved-again"
    | "account.signed-out"
    | "account.session-ended"
    | "account.signed-out-everywhere"
    | "account.data-given"
    | "account.erased";
  actorId: string | null;
  subjectId: string;
  /** Where the right came from, when one person acts on another's account. */
  schoolId?: string | null;
  organisationId?: string | null;
  data?: AuditData;
};

/** Writes the audit row of something that happened to an account; never what was typed. */
export async function insertAccountEvent(tx: Writer, app: App, event: AccountEvent): Promise<void> {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    ...event,
    subjectKind: "account",
  });
}

/** The same in a transaction of its own. */
export async function recordAccountEvent(app: App, event: AccountEvent): Promise<void> {
  await app.db.transact((tx) => insertAccountEvent(tx, app, event));
}
