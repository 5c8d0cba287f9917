import { createHash } from "node:crypto";
import { canonicalDefinition } from "~/domain/questionnaire/canonical";
import type { Definition } from "~/domain/questionnaire/definition";
import type { App } from "~/platform/app.server";
import { insertDuties } from "~db/queries/duties";
import {
  findQuestionnaire,
  findVersion,
  insertQuestionnaire,
  insertVersion,
  listVersions,
  publishVersion,
  type VersionRow,
} from "~db/queries/versions";
import { aDefinition } from "./definitions";
import { anOrganisation } from "./places";

type AVersion = { definition?: Definition; organisationId?: string };
export type PublishedVersion = VersionRow & { definitionValue: Definition };

/** A draft of the next number, with its questionnaire where there is none yet. Returns its id. */
export async function aDraftVersion(
  app: App,
  { definition = aDefinition(), organisationId }: AVersion = {},
): Promise<{ versionId: string; questionnaireId: string; isFirst: boolean }> {
  const owner = organisationId ?? (await anOrganisation(app)).id;
  const createdAt = app.clock.now();
  const known = await findQuestionnaire(app.db.read, {
    organisationId: owner,
    key: definition.key,
  });
  const questionnaireId = known?.id ?? app.newId();
  const earlier = await listVersions(app.db.read, { questionnaireId });
  const text = canonicalDefinition(definition);
  const version = {
    id: app.newId(),
    questionnaireId,
    number: (earlier[0]?.number ?? 0) + 1,
    definition: text,
    sha256: createHash("sha256").update(text).digest("hex"),
    createdAt,
  };
  await app.db.transact(async (tx) => {
    if (known === undefined) {
      const { key, title } = definition;
      await insertQuestionnaire(tx, {
        id: questionnaireId,
        organisationId: owner,
        key,
        title,
        createdAt,
      });
    }
    await insertVersion(tx, version);
  });
  return { versionId: version.id, questionnaireId, isFirst: known === undefined };
}

/** A published version of a small invented questionnaire, with its duties as dated rows. */
export async function aPublishedVersion(app: App, over: AVersion = {}): Promise<PublishedVersion> {
  const definition = over.definition ?? aDefinition();
  const { versionId, questionnaireId, isFirst } = await aDraftVersion(app, {
    ...over,
    definition,
  });
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    await publishVersion(tx, { versionId, at });
    if (isFirst) await insertDuties(tx, dutyRows(app, { definition, questionnaireId }));
  });
  const row = await findVersion(app.db.read, { versionId });
  if (row === undefined) throw new Error("The version is not there");
  return { ...row, definitionValue: definition };
}

function dutyRows(app: App, of: { definition: Definition; questionnaireId: string }) {
  return of.definition.sections.flatMap((section) =>
    section.items.flatMap((item) =>
      item.duties.map((duty) => ({
        id: app.newId(),
        questionnaireId: of.questionnaireId,
        itemKey: item.key,
        kind: duty.kind,
        source: duty.source,
        validFrom: duty.from,
        validTo: duty.to,
        types: JSON.stringify(duty.types),
        checked: duty.checked,
        version: 1,
        createdAt: app.clock.now(),
      })),
    ),
  );
}
