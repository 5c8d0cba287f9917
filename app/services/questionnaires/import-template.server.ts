import { createHash } from "node:crypto";
import { canonicalDefinition } from "~/domain/questionnaire/canonical";
import type { Definition } from "~/domain/questionnaire/definition";
import { templateDuties } from "~/domain/questionnaire/duties";
import { parseTemplate } from "~/domain/questionnaire/template";
import type { App } from "~/platform/app.server";
import { insertAudit } from "~db/queries/audit";
import { insertDuties } from "~db/queries/duties";
import { insertQuestionnaire, insertVersion, publishVersion } from "~db/queries/versions";
import type { Writer } from "~db/types";

type Input = { organisationId: string; text: string };
export type ImportedVersion = {
  questionnaireId: string;
  versionId: string;
  definition: Definition;
};

/**
 * Imports one of our templates as version 1 of an organisation's questionnaire and publishes it; its duties
 * become dated rows beside it (design.md section 5). Throws with every problem of the file in plain words.
 */
export async function importTemplate(
  app: App,
  { organisationId, text }: Input,
): Promise<ImportedVersion> {
  const read = parseTemplate(text);
  if (!read.ok)
    throw new Error(read.problem.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  const definition = read.value;
  const ids = { questionnaireId: app.newId(), versionId: app.newId(), auditId: app.newId() };
  const duties = templateDuties(definition).map((duty) => ({ ...duty, id: app.newId() }));
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    await writeVersion(tx, { ...ids, organisationId, definition, at });
    await insertDuties(
      tx,
      duties.map(({ types, ...duty }) => ({
        ...duty,
        types: JSON.stringify(types),
        questionnaireId: ids.questionnaireId,
        version: 1,
        createdAt: at,
      })),
    );
  });
  return { questionnaireId: ids.questionnaireId, versionId: ids.versionId, definition };
}

type NewVersion = {
  questionnaireId: string;
  versionId: string;
  auditId: string;
  organisationId: string;
  definition: Definition;
  at: Date;
};

async function writeVersion(tx: Writer, version: NewVersion): Promise<void> {
  const { questionnaireId, versionId, organisationId, definition, at } = version;
  const text = canonicalDefinition(definition);
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  const { key, title } = definition;
  await insertQuestionnaire(tx, { id: questionnaireId, organisationId, key, title, createdAt: at });
  const row = {
    id: versionId,
    questionnaireId,
    number: 1,
    definition: text,
    sha256,
    createdAt: at,
  };
  await insertVersion(tx, row);
  await publishVersion(tx, { versionId, at });
  await insertAudit(tx, {
    id: version.auditId,
    at,
    actorId: null,
    event: "version.published",
    schoolId: null,
    organisationId,
    subjectKind: "questionnaire-version",
    subjectId: versionId,
    data: { number: 1, sha256 },
  });
}
