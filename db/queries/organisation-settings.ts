import { and, asc, eq, sql } from "drizzle-orm";
import type { OrganisationSettings } from "../../app/domain/organisation/settings";
import { organisationLogos, organisations } from "../schema";
import type { Reader, Writer } from "../types";

const settingsColumns = {
  name: organisations.name,
  shortName: organisations.shortName,
  contactName: organisations.contactName,
  contactEmail: organisations.contactEmail,
  telephone: organisations.telephone,
  contactOnSignIn: organisations.contactOnSignIn,
  headDeclaration: organisations.headDeclaration,
  governorDeclaration: organisations.governorDeclaration,
  trainingThreshold: organisations.trainingThreshold,
  trainingGate: organisations.trainingGate,
  replyDays: organisations.replyDays,
  ringAtMost: organisations.ringAtMost,
};

/** The settings of an organisation and the version they stand at; the caller asks the policy. */
export async function findSettings(
  read: Reader,
  { organisationId }: { organisationId: string },
): Promise<{ settings: OrganisationSettings; version: number } | undefined> {
  const rows = await read
    .select({ ...settingsColumns, version: organisations.version })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const [row] = rows;
  if (row === undefined) return undefined;
  const { version, ...settings } = row;
  return { settings, version };
}

type Change = { organisationId: string; version: number; set: Partial<OrganisationSettings> };

/** Changes settings made from `version`; false when they stand at another by now. */
export async function updateSettings(
  tx: Writer,
  { organisationId, version, set }: Change,
): Promise<boolean> {
  const rows = await tx
    .update(organisations)
    .set({ ...set, version: sql`${organisations.version} + 1` })
    .where(and(eq(organisations.id, organisationId), eq(organisations.version, version)))
    .returning({ id: organisations.id });
  return rows.length === 1;
}

/** What is shown of a logo without its bytes. */
export type LogoFacts = { sha256: string; width: number; height: number; alt: string };

const logoFacts = {
  sha256: organisationLogos.sha256,
  width: organisationLogos.width,
  height: organisationLogos.height,
  alt: organisationLogos.alt,
};

export async function findLogoFacts(
  read: Reader,
  { organisationId }: { organisationId: string },
): Promise<LogoFacts | null> {
  const rows = await read
    .select(logoFacts)
    .from(organisationLogos)
    .where(eq(organisationLogos.organisationId, organisationId));
  return rows[0] ?? null;
}

/** The picture itself, for everybody: it stands on the sign-in page. */
export async function findLogoByKey(
  read: Reader,
  key: string,
): Promise<{ mediaType: string; content: Buffer; sha256: string } | undefined> {
  const { mediaType, content, sha256 } = organisationLogos;
  const rows = await read
    .select({ mediaType, content, sha256 })
    .from(organisationLogos)
    .innerJoin(organisations, eq(organisations.id, organisationLogos.organisationId))
    .where(eq(organisations.key, key));
  return rows[0];
}

export type LogoRow = typeof organisationLogos.$inferInsert;

export async function replaceLogo(tx: Writer, row: LogoRow): Promise<void> {
  const { organisationId, ...set } = row;
  await tx
    .insert(organisationLogos)
    .values({ organisationId, ...set })
    .onConflictDoUpdate({ target: organisationLogos.organisationId, set });
}

/** Changes what a logo says; false when there is none. */
export async function setLogoWords(
  tx: Writer,
  { organisationId, alt }: { organisationId: string; alt: string },
): Promise<boolean> {
  const rows = await tx
    .update(organisationLogos)
    .set({ alt })
    .where(eq(organisationLogos.organisationId, organisationId))
    .returning({ id: organisationLogos.organisationId });
  return rows.length === 1;
}

/** False when there was none. */
export async function deleteLogo(
  tx: Writer,
  { organisationId }: { organisationId: string },
): Promise<boolean> {
  const rows = await tx
    .delete(organisationLogos)
    .where(eq(organisationLogos.organisationId, organisationId))
    .returning({ id: organisationLogos.organisationId });
  return rows.length === 1;
}

/** What stands on the sign-in page of each organisation, by name; `sha256` null: it has no logo. */
export async function listForSignIn(read: Reader) {
  const { key, name, contactName, contactEmail, telephone, contactOnSignIn } = organisations;
  return read
    .select({ key, name, contactName, contactEmail, telephone, contactOnSignIn, ...logoFacts })
    .from(organisations)
    .leftJoin(organisationLogos, eq(organisationLogos.organisationId, organisations.id))
    .orderBy(asc(organisations.name), asc(organisations.id));
}
