import { and, asc, desc, eq, ne } from "drizzle-orm";
import { organisations, questionnaires, questionnaireVersions } from "../schema";
import type { Reader, Writer } from "../types";

/**
 * Questionnaires and their versions. There is no function that changes what a version says: an edit is a
 * new version, and the database refuses anything else (design.md section 4, Version).
 */
const versionColumns = {
  id: questionnaireVersions.id,
  questionnaireId: questionnaires.id,
  questionnaireKey: questionnaires.key,
  organisationId: questionnaires.organisationId,
  ownerName: organisations.name,
  ownerLabel: organisations.shortName,
  number: questionnaireVersions.number,
  state: questionnaireVersions.state,
  definition: questionnaireVersions.definition,
  sha256: questionnaireVersions.sha256,
  publishedAt: questionnaireVersions.publishedAt,
};

export type VersionRow = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

const selectVersions = (read: Reader) =>
  read
    .select(versionColumns)
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .innerJoin(organisations, eq(organisations.id, questionnaires.organisationId));

/** One version with its owner. `definition` is the stored text: parse it through `upgradeDefinition`. */
export async function findVersion(read: Reader, scope: { versionId: string }) {
  const rows = await selectVersions(read).where(eq(questionnaireVersions.id, scope.versionId));
  return rows[0];
}

/** The newest published version of an organisation's questionnaire. */
export async function findPublishedVersion(
  read: Reader,
  scope: { organisationId: string; questionnaireKey: string },
) {
  const rows = await selectVersions(read)
    .where(
      and(
        eq(questionnaires.organisationId, scope.organisationId),
        eq(questionnaires.key, scope.questionnaireKey),
        eq(questionnaireVersions.state, "published"),
      ),
    )
    .orderBy(desc(questionnaireVersions.number))
    .limit(1);
  return rows[0];
}

/** Versions of one questionnaire, newest first, without their text. */
export async function listVersions(read: Reader, scope: { questionnaireId: string }) {
  return read
    .select({
      id: questionnaireVersions.id,
      number: questionnaireVersions.number,
      state: questionnaireVersions.state,
      sha256: questionnaireVersions.sha256,
      publishedAt: questionnaireVersions.publishedAt,
    })
    .from(questionnaireVersions)
    .where(eq(questionnaireVersions.questionnaireId, scope.questionnaireId))
    .orderBy(desc(questionnaireVersions.number));
}

/** Every published version of an organisation's questionnaires, by title, the newest of each first. */
export async function listOwnedVersions(read: Reader, scope: { organisationId: string }) {
  return read
    .select({
      versionId: questionnaireVersions.id,
      sha256: questionnaireVersions.sha256,
      questionnaireId: questionnaires.id,
      key: questionnaires.key,
      title: questionnaires.title,
    })
    .from(questionnaireVersions)
    .innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId))
    .where(
      and(
        eq(questionnaires.organisationId, scope.organisationId),
        eq(questionnaireVersions.state, "published"),
      ),
    )
    .orderBy(asc(questionnaires.title), desc(questionnaireVersions.number));
}

export async function findQuestionnaire(
  read: Reader,
  scope: { organisationId: string; key: string },
): Promise<{ id: string; key: string; title: string } | undefined> {
  const rows = await read
    .select({ id: questionnaires.id, key: questionnaires.key, title: questionnaires.title })
    .from(questionnaires)
    .where(
      and(
        eq(questionnaires.organisationId, scope.organisationId),
        eq(questionnaires.key, scope.key),
      ),
    );
  return rows[0];
}

export async function insertQuestionnaire(
  tx: Writer,
  row: typeof questionnaires.$inferInsert,
): Promise<void> {
  await tx.insert(questionnaires).values(row);
}

type NewVersion = Omit<typeof questionnaireVersions.$inferInsert, "state" | "publishedAt">;

/** Adds a draft. `sha256` is over the UTF-8 bytes of `definition`, RFC 8785 text. */
export async function insertVersion(tx: Writer, row: NewVersion): Promise<void> {
  await tx.insert(questionnaireVersions).values({ ...row, state: "draft", publishedAt: null });
}

/** Publishes a draft, for ever; false when it is not a draft (any more). */
export async function publishVersion(
  tx: Writer,
  { versionId, at }: { versionId: string; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(questionnaireVersions)
    .set({ state: "published", publishedAt: at })
    .where(and(eq(questionnaireVersions.id, versionId), eq(questionnaireVersions.state, "draft")))
    .returning({ id: questionnaireVersions.id });
  return rows.length === 1;
}

/** Retires a published version: nothing new starts on it. False when it is not published. */
export async function retireVersion(
  tx: Writer,
  { versionId }: { versionId: string },
): Promise<boolean> {
  const rows = await tx
    .update(questionnaireVersions)
    .set({ state: "retired" })
    .where(
      and(eq(questionnaireVersions.id, versionId), eq(questionnaireVersions.state, "published")),
    )
    .returning({ id: questionnaireVersions.id });
  return rows.length === 1;
}

/** Every questionnaire of an organisation by title, with the number and state of each version, newest first. */
export async function listQuestionnaires(read: Reader, scope: { organisationId: string }) {
  return read
    .select({
      id: questionnaires.id,
      key: questionnaires.key,
      title: questionnaires.title,
      number: questionnaireVersions.number,
      state: questionnaireVersions.state,
      publishedAt: questionnaireVersions.publishedAt,
    })
    .from(questionnaires)
    .innerJoin(questionnaireVersions, eq(questionnaireVersions.questionnaireId, questionnaires.id))
    .where(eq(questionnaires.organisationId, scope.organisationId))
    .orderBy(asc(questionnaires.title), desc(questionnaireVersions.number));
}

/** A version by its number. */
export async function findVersionByNumber(
  read: Reader,
  scope: { questionnaireId: string; number: number },
): Promise<VersionRow | undefined> {
  const rows = await selectVersions(read).where(
    and(
      eq(questionnaireVersions.questionnaireId, scope.questionnaireId),
      eq(questionnaireVersions.number, scope.number),
    ),
  );
  return rows[0];
}

/** Texts of every version that was ever published, oldest first. */
export async function listPublishedTexts(read: Reader, scope: { questionnaireId: string }) {
  return read
    .select({
      number: questionnaireVersions.number,
      definition: questionnaireVersions.definition,
    })
    .from(questionnaireVersions)
    .where(
      and(
        eq(questionnaireVersions.questionnaireId, scope.questionnaireId),
        ne(questionnaireVersions.state, "draft"),
      ),
    )
    .orderBy(asc(questionnaireVersions.number));
}

export type DraftChange = {
  versionId: string;
  /** The hash the change was made from: two authors get a conflict, not a loss. */
  from: string;
  definition: string;
  sha256: string;
};

const asDraft = ({ versionId, from }: { versionId: string; from: string }) =>
  and(
    eq(questionnaireVersions.id, versionId),
    eq(questionnaireVersions.state, "draft"),
    eq(questionnaireVersions.sha256, from),
  );

/** Writes a draft; false when it is no draft, or not the one the change was made from. */
export async function updateDraft(tx: Writer, change: DraftChange): Promise<boolean> {
  const { definition, sha256 } = change;
  const rows = await tx
    .update(questionnaireVersions)
    .set({ definition, sha256 })
    .where(asDraft(change))
    .returning({ id: questionnaireVersions.id });
  return rows.length === 1;
}

/** Takes a draft away; false when it is no draft, or not the one that was seen. */
export async function deleteDraft(
  tx: Writer,
  scope: { versionId: string; from: string },
): Promise<boolean> {
  const rows = await tx
    .delete(questionnaireVersions)
    .where(asDraft(scope))
    .returning({ id: questionnaireVersions.id });
  return rows.length === 1;
}

/** Gives a questionnaire the title of its newest version. */
export async function retitleQuestionnaire(
  tx: Writer,
  { questionnaireId, title }: { questionnaireId: string; title: string },
): Promise<void> {
  await tx.update(questionnaires).set({ title }).where(eq(questionnaires.id, questionnaireId));
}
