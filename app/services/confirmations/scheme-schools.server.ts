import type { LastConfirmation, Standing } from "~/domain/confirmation/confirm-rules";
import { schemeStanding } from "~/domain/confirmation/scheme-standing";
import { parseSnapshot } from "~/domain/submission/canonical-snapshot";
import {
  listConfirmations,
  listSchemeReviews,
  listSnapshots,
  type ConfirmationRow,
  type SchemeReviewRow,
  type SchemeRow,
} from "~db/queries/confirmations";
import type { Reader } from "~db/types";

/** The copy of a school that counts: the one that stands in its latest period that has one. */
export type SchemeCopy = Standing & {
  responseId: string;
  number: number;
  reference: string;
  signedAt: Date;
};

/** A school in a rolling round: its newest self-review, what it signed, and its last confirmation. */
export type SchemeSchool = {
  schoolId: string;
  urn: string;
  name: string;
  district: string | null;
  authority: string;
  newest: SchemeReviewRow;
  copy: SchemeCopy | null;
  last: (LastConfirmation & ConfirmationRow) | null;
};

type Asked = { scheme: SchemeRow; schoolIds?: readonly string[] };

/** Schools of a round with what confirming them turns on, read at one moment; withdrawn ones are left out. */
export async function schemeSchools(
  read: Reader,
  { scheme, schoolIds }: Asked,
): Promise<SchemeSchool[]> {
  const scope = { roundId: scheme.id, ...(schoolIds === undefined ? {} : { schoolIds }) };
  const reviews = await listSchemeReviews(read, scope);
  const last = new Map<string, ConfirmationRow>();
  for (const row of await confirmationsOf(read, scope)) {
    if (!last.has(row.schoolId)) last.set(row.schoolId, row);
  }
  const bySchool = new Map<string, SchemeReviewRow[]>();
  for (const row of reviews) {
    bySchool.set(row.schoolId, [...(bySchool.get(row.schoolId) ?? []), row]);
  }
  const counting = [...bySchool.values()].flatMap((rows) => signed(rows)?.submissionId ?? []);
  const texts = await listSnapshots(read, counting);
  return [...bySchool.values()].flatMap((rows) => {
    const [newest] = rows;
    if (newest === undefined) return [];
    const { schoolId, urn, name, district, laName } = newest;
    const copy = copyOf(signed(rows), { texts, scheme });
    const about = { schoolId, urn, name, district, authority: laName };
    return [{ ...about, newest, copy, last: last.get(schoolId) ?? null }];
  });
}

async function confirmationsOf(
  read: Reader,
  { roundId, schoolIds }: { roundId: string; schoolIds?: readonly string[] },
): Promise<ConfirmationRow[]> {
  const [only] = schoolIds ?? [];
  const one = schoolIds?.length === 1 && only !== undefined ? { schoolId: only } : {};
  return listConfirmations(read, { roundId, ...one });
}

/** Periods come newest first. */
const signed = (rows: readonly SchemeReviewRow[]): SchemeReviewRow | undefined =>
  rows.find(({ submissionId }) => submissionId !== null);

type Reading = { texts: ReadonlyMap<string, string>; scheme: SchemeRow };

function copyOf(row: SchemeReviewRow | undefined, { texts, scheme }: Reading): SchemeCopy | null {
  const { submissionId = null, copyNumber = null, reference = null, signedAt = null } = row ?? {};
  if (row === undefined || submissionId === null) return null;
  const text = texts.get(submissionId);
  if (text === undefined || copyNumber === null || reference === null || signedAt === null) {
    return null;
  }
  const { trainingGate } = scheme;
  return {
    submissionId,
    responseId: row.responseId,
    period: row.period,
    number: copyNumber,
    reference,
    signedAt,
    scheme: schemeStanding(parseSnapshot(text), { trainingGate }),
  };
}
