import type { LinkedVersion } from "~/domain/over-time/key-lines";
import { linksBetween, type VersionLinks } from "~/domain/over-time/links";
import type { Definition } from "~/domain/questionnaire/definition";
import type { App } from "~/platform/app.server";
import { listVersions } from "~db/queries/versions";
import { publishedDefinition } from "../answering/published-definition.server";

/** Beyond this the pair compared longest ago leaves. */
const KEPT = 64;
/** By the hashes of both texts, which never change once published: no entry can go stale. */
const kept = new Map<string, VersionLinks>();

type Range = { questionnaireId: string; oldest: number; newest: number };

/** Every version of a questionnaire that was published, from one number to another, each with how it follows the one before. */
export async function linkedVersions(
  app: App,
  { questionnaireId, oldest, newest }: Range,
): Promise<LinkedVersion[]> {
  const rows = await listVersions(app.db.read, { questionnaireId });
  const published = rows
    .filter(({ state, number }) => state !== "draft" && number >= oldest && number <= newest)
    .sort((one, other) => one.number - other.number);
  const linked: LinkedVersion[] = [];
  let before: Compared | null = null;
  for (const { id, number, sha256 } of published) {
    const definition = await publishedDefinition(app, { versionId: id, sha256 });
    const now = { sha256, definition };
    linked.push({ number, definition, links: before === null ? null : linksOf(before, now) });
    before = now;
  }
  return linked;
}

type Compared = { sha256: string; definition: Definition };

function linksOf(old: Compared, now: Compared): VersionLinks {
  const key = `${old.sha256} ${now.sha256}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const links = linksBetween(old.definition, now.definition);
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, links);
  return links;
}
