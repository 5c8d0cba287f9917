import { createHash } from "node:crypto";
import type { Actor } from "~/domain/policy/actor";
import { ok, refused, type Result } from "~/domain/result";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { logoVersion, logoView, type LogoView } from "./logo-view";
import { insertAudit } from "~db/queries/audit";
import {
  deleteLogo,
  findLogoByKey,
  findLogoFacts,
  replaceLogo,
  setLogoWords,
} from "~db/queries/organisation-settings";
import type { Writer } from "~db/types";
import { readLogo, type LogoProblem } from "./read-logo.server";
import { loadManaged } from "./settings.server";

const ALT_MAX = 120;

export type LogoAnswer = LogoProblem | "none" | "alt";
type Sent = { key: string; file: Uint8Array | null; alt: string };

/**
 * Sets an organisation's logo, or with no file the words of the one there is. `alt`: words for those who do not see it
 * are missing or too long. Throws `not-found` or `forbidden`.
 */
export async function setLogo(
  app: App,
  actor: Actor,
  { key, file, alt: typed }: Sent,
): Promise<Result<null, LogoAnswer>> {
  const { organisation } = await loadManaged(app, actor, key);
  const organisationId = organisation.id;
  const alt = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  if (alt === "" || alt.length > ALT_MAX) return refused("alt");
  if (file === null) return setWords(app, { actor, organisationId, alt });
  const read = readLogo(file);
  if (!read.ok) return read;
  const { mediaType, width, height, content } = read.value;
  const sha256 = createHash("sha256").update(content).digest("hex");
  const createdAt = app.clock.now();
  await app.db.transact(async (tx) => {
    const row = { organisationId, mediaType, content, sha256, width, height, alt, createdAt };
    await replaceLogo(tx, row);
    await record(tx, app, { actor, organisationId, event: "organisation.logo-changed" });
  });
  return ok(null);
}

type Words = { actor: Actor; organisationId: string; alt: string };

async function setWords(
  app: App,
  { actor, organisationId, alt }: Words,
): Promise<Result<null, "none">> {
  const isThere = await app.db.transact(async (tx) => {
    if (!(await setLogoWords(tx, { organisationId, alt }))) return false;
    await record(tx, app, { actor, organisationId, event: "organisation.logo-changed" });
    return true;
  });
  return isThere ? ok(null) : refused("none");
}

/** Takes the logo away. Throws `not-found` or `forbidden`. */
export async function removeLogo(app: App, actor: Actor, { key }: { key: string }): Promise<void> {
  const { organisation } = await loadManaged(app, actor, key);
  const organisationId = organisation.id;
  await app.db.transact(async (tx) => {
    if (!(await deleteLogo(tx, { organisationId }))) return;
    await record(tx, app, { actor, organisationId, event: "organisation.logo-removed" });
  });
}

/** The logo of an organisation, or null. Throws `not-found` or `forbidden`. */
export async function viewLogo(app: App, actor: Actor, key: string): Promise<LogoView | null> {
  const { organisation } = await loadManaged(app, actor, key);
  const facts = await findLogoFacts(app.db.read, { organisationId: organisation.id });
  return facts === null ? null : logoView(key, facts);
}

/** The picture, for everybody. Throws `not-found`. */
export async function readLogoFile(
  app: App,
  key: string,
): Promise<{ mediaType: string; content: Buffer; version: string }> {
  const found = await findLogoByKey(app.db.read, key);
  if (found === undefined) throw new AppError("not-found");
  const { mediaType, content, sha256 } = found;
  return { mediaType, content, version: logoVersion(sha256) };
}

type Recorded = {
  actor: Actor;
  organisationId: string;
  event: "organisation.logo-changed" | "organisation.logo-removed";
};

async function record(tx: Writer, app: App, { actor, organisationId, event }: Recorded) {
  await insertAudit(tx, {
    id: app.newId(),
    at: app.clock.now(),
    actorId: actor.userId,
    event,
    organisationId,
    subjectKind: "organisation",
    subjectId: organisationId,
  });
}
