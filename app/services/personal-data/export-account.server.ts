import type { DataSection } from "~/domain/personal-data/subject-access";
import { roleName } from "~/domain/people/role-names";
import type { App } from "~/platform/app.server";
import { listGrantsOfPerson } from "~db/queries/held-roles";
import { wantsDigest } from "~db/queries/mail-preferences";
import { countRecoveryCodes } from "~db/queries/second-factors";
import { listSessionsOfUser } from "~db/queries/sessions";
import {
  findAccount,
  listEmailChangesOf,
  listIdentitiesOf,
  listTombstonesOf,
} from "~db/queries/subject-access";
import type { Exporting } from "./exporting";

/** The account itself and how its person gets in. */
export async function accountSections(app: App, who: Exporting): Promise<DataSection[]> {
  return [
    await accountSection(app, who),
    await waysInSection(app, who),
    await rolesSection(app, who),
    await sessionsSection(app, who),
    await keptTextSection(app, who),
  ];
}

async function accountSection(app: App, { userId }: Exporting): Promise<DataSection> {
  const account = await findAccount(app.db.read, userId);
  const changes = await listEmailChangesOf(app.db.read, userId);
  const facts: [string, string | Date | boolean | null][] = [
    ["Name", account?.name ?? ""],
    ["E-mail address", account?.email ?? ""],
    ["Account made", account?.createdAt ?? null],
    ["Account closed", account?.disabledAt ?? null],
    ["Wants the weekly mail", await wantsDigest(app.db.read, userId)],
    ...changes.map(({ oldEmail, newEmail, createdAt }): [string, string] => [
      "Change of address",
      `${oldEmail} to ${newEmail}, asked on ${createdAt.toISOString()}`,
    ]),
  ];
  return {
    key: "account",
    title: "Your account",
    columns: [
      ["what", "What"],
      ["value", "What it says"],
    ],
    rows: facts.map(([what, value]) => ({ what, value })),
  };
}

async function waysInSection(app: App, { userId }: Exporting): Promise<DataSection> {
  const account = await findAccount(app.db.read, userId);
  const codes = await countRecoveryCodes(app.db.read, userId);
  const elsewhere = await listIdentitiesOf(app.db.read, userId);
  const hasPassword = (account?.hasPassword ?? null) !== null;
  const app_ = account?.appSince ?? null;
  return {
    key: "ways-in",
    title: "How you sign in",
    note: "Passwords, secrets and codes are kept scrambled and cannot be read, by us either.",
    columns: [
      ["way", "Way"],
      ["label", "What it is called"],
      ["since", "Since"],
      ["lastUsedAt", "Last used"],
    ],
    rows: [
      ...(hasPassword ? [{ way: "Password", label: null, since: null, lastUsedAt: null }] : []),
      ...(app_ === null
        ? []
        : [
            {
              way: "Authenticator app",
              label: `${codes} recovery codes left`,
              since: app_,
              lastUsedAt: null,
            },
          ]),
      ...elsewhere.map(({ provider, label, organisationName, connectedAt, lastUsedAt }) => ({
        way: provider,
        label: [label, organisationName].filter((text) => text !== null).join(", "),
        since: connectedAt,
        lastUsedAt,
      })),
    ],
  };
}

async function rolesSection(app: App, { userId }: Exporting): Promise<DataSection> {
  const grants = await listGrantsOfPerson(app.db.read, userId);
  return {
    key: "roles",
    title: "Your roles",
    note: "Both dates are inclusive. No last day: until further notice.",
    columns: [
      ["role", "Role"],
      ["place", "Where"],
      ["from", "From"],
      ["to", "To"],
      ["only", "Only for"],
    ],
    rows: grants.map(({ role, signingTitle, organisationKind, ...grant }) => ({
      role: roleName({
        role,
        signingTitle,
        ...(organisationKind === null ? {} : { kind: organisationKind }),
      }),
      place: grant.schoolName ?? grant.organisationName,
      from: grant.from,
      to: grant.to,
      only: grant.questionnaireKey,
    })),
  };
}

async function sessionsSection(app: App, { userId }: Exporting): Promise<DataSection> {
  const sessions = await listSessionsOfUser(app.db.read, userId);
  return {
    key: "sessions",
    title: "Browsers you signed in with",
    note: "Kept for ten days after they ended. Nothing says where you were.",
    columns: [
      ["device", "Browser"],
      ["startedAt", "Signed in"],
      ["lastUsedAt", "Last used"],
      ["endsAt", "Ends or ended"],
    ],
    rows: sessions.map(({ device, createdAt, lastUsedAt, expiresAt }) => ({
      device,
      startedAt: createdAt,
      lastUsedAt,
      endsAt: expiresAt,
    })),
  };
}

/** Somebody else who makes the copy is not shown what was being written. */
async function keptTextSection(app: App, { userId, way }: Exporting): Promise<DataSection> {
  const kept = await listTombstonesOf(app.db.read, userId);
  return {
    key: "kept-text",
    title: "Text kept from a session that ended",
    note: "Kept for 24 hours.",
    columns: [
      ["endedAt", "Session ended"],
      ["path", "Page"],
      ["text", "What you had typed"],
    ],
    rows: kept.map(({ endedAt, keptPath, keptForm }) => ({
      endedAt,
      path: way === "own" ? keptPath : null,
      text: way === "own" ? keptForm : null,
    })),
  };
}
