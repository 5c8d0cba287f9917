import type { Definition } from "~/domain/questionnaire/definition";
import { readStoredDefinition } from "~/domain/questionnaire/upgrade-definition";
import { findVersion } from "~db/queries/versions";
import type { App } from "~/platform/app.server";

/** A few hundred versions at most are ever in use; beyond this the oldest read leaves. */
const KEPT = 64;
/** By the hash of the stored text, which never changes once published: no entry can go stale. */
const kept = new Map<string, Definition>();

/** The definition of a published version, read and parsed once in the life of the process. */
export async function publishedDefinition(
  app: App,
  version: { versionId: string; sha256: string },
): Promise<Definition> {
  const known = kept.get(version.sha256);
  if (known !== undefined) return known;
  const stored = await findVersion(app.db.read, { versionId: version.versionId });
  if (stored === undefined) throw new Error("A response names a version that is not there");
  const definition = readStoredDefinition(stored.definition);
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(version.sha256, definition);
  return definition;
}
