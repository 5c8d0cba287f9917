import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { AuditFilter } from "~/domain/audit/filter";
import {
  exportSchoolAudit,
  viewOrganisationAudit,
  viewSchoolAudit,
} from "~/services/audit/view-audit.server";
import { insertAudit, type AuditEntry } from "~db/queries/audit";
import {
  anAnsweringSchool,
  type AnsweringSchool,
} from "~tests/integration/answering/answering-school";
import { anActor } from "~tests/support/factories/people";

const ALL: AuditFilter = { person: null, kind: null, from: null, to: null };

const write = ({ app }: AnsweringSchool, entry: Partial<AuditEntry> & { event: string }) => {
  const fixed = { id: app.newId(), at: app.clock.now(), actorId: null };
  const subject = { subjectKind: "response", subjectId: "none" };
  return app.db.transact((tx) => insertAudit(tx, { ...fixed, ...subject, ...entry }));
};

/** A school of which three things are written down, a minute apart, and one of another school. */
async function aRecord() {
  const place = await anAnsweringSchool();
  const { app, school, otherSchool, owner, head, senco, response, outsider } = place;
  const here = { schoolId: school.id };
  const data = { responseId: response.id, key: "A2" };
  await write(place, { ...here, event: "answer.saved", actorId: senco.userId, data });
  app.clock.advance({ minutes: 1 });
  await write(place, {
    ...here,
    event: "response.sign",
    actorId: head.userId,
    organisationId: owner.id,
    subjectId: response.id,
  });
  app.clock.advance({ days: 1 });
  await write(place, { ...here, event: "action.added", actorId: senco.userId });
  await write(place, { schoolId: otherSchool.id, event: "answer.saved", actorId: outsider.userId });
  const manager = await anActor(app, {
    user: { name: "Grace Lindqvist" },
    grants: [{ role: "manager", organisationId: owner.id }],
  });
  return { ...place, manager };
}

const saidIn = (view: { rows: { who: string; did: string }[] }) =>
  view.rows.map(({ who, did }) => `${who} ${did}`);

test("a head and a coordinator read who did what in their school, newest first, and nothing of another", async () => {
  const { app, school, head, senco, version } = await aRecord();
  const asked = { urn: school.urn, filter: ALL, page: 1 };
  const view = await viewSchoolAudit(app, head, asked);
  expect(saidIn(view)).toEqual([
    "Priya Nair added an action",
    "Margaret Ellis signed the self-review",
    "Priya Nair saved statement A2",
  ]);
  expect(view.rows[1]?.about).toBe(version.definitionValue.title);
  expect(view.people.map(({ name }) => name)).toEqual(["Margaret Ellis", "Priya Nair"]);
  expect(await viewSchoolAudit(app, senco, asked)).toEqual(view);
});

test.each([
  ["colleague", "forbidden"],
  ["governor", "forbidden"],
  ["officer", "forbidden"],
  ["outsider", "not-found"],
] as const)("a %s is stopped: %s", async (who, code) => {
  const place = await aRecord();
  const asked = { urn: place.school.urn, filter: ALL, page: 1 };
  await expect(viewSchoolAudit(place.app, place[who], asked)).rejects.toMatchObject({ code });
  await expect(exportSchoolAudit(place.app, place[who], asked)).rejects.toMatchObject({ code });
});

test("the record can be narrowed by person, kind and days", async () => {
  const { app, school, head, senco } = await aRecord();
  const said = async (filter: Partial<AuditFilter>) => {
    const asked = { urn: school.urn, filter: { ...ALL, ...filter }, page: 1 };
    return saidIn(await viewSchoolAudit(app, head, asked));
  };
  expect(await said({ person: head.userId })).toEqual(["Margaret Ellis signed the self-review"]);
  expect(await said({ kind: "plan" })).toEqual(["Priya Nair added an action"]);
  expect(await said({ to: "2026-11-24", person: senco.userId })).toEqual([
    "Priya Nair saved statement A2",
  ]);
  expect(await said({ from: "2026-11-25" })).toEqual(["Priya Nair added an action"]);
  expect(await said({ from: "2026-11-26" })).toEqual([]);
});

test("a long record comes in pages, and a page beyond the last is the last", async () => {
  const place = await aRecord();
  const { app, school, head } = place;
  for (let n = 0; n < 60; n += 1) {
    await write(place, { schoolId: school.id, event: "action.moved", data: { state: "done" } });
  }
  const page = (number: number) =>
    viewSchoolAudit(app, head, { urn: school.urn, filter: ALL, page: number });
  expect((await page(1)).rows).toHaveLength(50);
  expect(await page(2)).toMatchObject({ found: 63, page: 2, pages: 2 });
  expect((await page(99)).rows).toHaveLength(13);
});

test("a manager reads acts in rounds, with the school, and no answer", async () => {
  const { app, owner, manager, version, school } = await aRecord();
  const asked = { key: owner.key, filter: ALL, page: 1 };
  const view = await viewOrganisationAudit(app, manager, asked);
  expect(saidIn(view)).toEqual(["Margaret Ellis signed the self-review"]);
  expect(view.rows[0]?.about).toBe(`${version.definitionValue.title}, ${school.name}`);
});

test("an officer does not read the organisation's record, and others do not find it", async () => {
  const { app, owner, officer, head } = await aRecord();
  const asked = { key: owner.key, filter: ALL, page: 1 };
  const stopped = (code: string) => expect.objectContaining({ code }) as unknown;
  await expect(viewOrganisationAudit(app, officer, asked)).rejects.toEqual(stopped("forbidden"));
  await expect(viewOrganisationAudit(app, head, asked)).rejects.toEqual(stopped("not-found"));
});

test("the file holds the same lines, and what looks like a formula is text in it", async () => {
  const place = await aRecord();
  const { app, school, head } = place;
  const sly = await anActor(app, { user: { name: "=HYPERLINK(1)" } });
  await write(place, { schoolId: school.id, event: "action.edited", actorId: sly.userId });
  const text = await exportSchoolAudit(app, head, { urn: school.urn, filter: ALL });
  const lines: unknown[][] = parse(text, { bom: true });
  expect(lines[0]).toEqual(["Date", "Time", "Who", "What", "About"]);
  expect(lines.slice(1).map(([, , who]) => who)).toContain("'=HYPERLINK(1)");
  expect(lines).toHaveLength(5);
});
