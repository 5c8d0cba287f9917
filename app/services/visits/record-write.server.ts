import type { Finding } from "~/domain/visit/draft-record";
import type { WrittenRecord } from "~/domain/visit/record-problems";
import type { App } from "~/platform/app.server";
import {
  putFinding,
  putPractice,
  putSuggestion,
  type RecordRow,
} from "~db/queries/visit-record-rows";
import type { Writer } from "~db/types";
import { asView } from "./combine-agreed.server";
import { PRACTICE_PLACES, SUGGESTION_PLACES, type RecordParts } from "./record-fields";
import { changeRecord } from "./record-lock.server";

type Boxes = Readonly<Record<string, string>>;

/** What the boxes of a record say, in the domain's shape. A view that is none is "not looked at". */
export function writtenOf(boxes: Boxes, focus: readonly string[]): WrittenRecord {
  const box = (name: string) => boxes[name] ?? "";
  return {
    whatWeDid: box("whatWeDid"),
    findings: focus.map((key) => findingIn(boxes, key)),
    suggestions: SUGGESTION_PLACES.map((place) => ({
      place,
      key: box(`s${place}.key`),
      text: box(`s${place}.text`),
      whoMightHelp: box(`s${place}.help`),
    })),
    practices: PRACTICE_PLACES.map((place) => ({
      place,
      key: box(`p${place}.key`),
      text: box(`p${place}.text`),
    })),
    focus,
  };
}

function findingIn(boxes: Boxes, key: string): Finding {
  const box = (name: string) => boxes[`${key}.${name}`] ?? "";
  return {
    key,
    view: asView(box("view")) ?? "not-looked-at",
    reason: box("reason"),
    saw: box("saw"),
    worksWell: box("worksWell"),
    wondered: box("wondered"),
  };
}

type Writing = {
  app: App;
  visitId: string;
  schoolId: string;
  focus: readonly string[];
  parts: RecordParts;
  /** The boxes that change. */
  write: Boxes;
};

/** Writes changed boxes to the rows they stand in. */
export async function writeBoxes(
  tx: Writer,
  { app, visitId, schoolId, focus, parts, write }: Writing,
): Promise<RecordRow> {
  const { record, findings, suggestions, practices } = parts;
  const changes = (start: string) => Object.keys(write).some((name) => name.startsWith(start));
  for (const finding of findings) {
    const { key } = finding;
    if (!changes(`${key}.`)) continue;
    const { findings: now } = writtenOf({ ...boxesOf(finding), ...write }, [key]);
    for (const one of now) await putFinding(tx, { visitId, ...one, version: 1 });
  }
  const said = writtenOf(write, focus);
  for (const { place } of said.suggestions) {
    if (!changes(`s${place}.`)) continue;
    const held = suggestions.find(({ position }) => position === place);
    const id = held?.id ?? app.newId();
    const text = (write[`s${place}.text`] ?? held?.text ?? "").trim();
    const whoMightHelp = (write[`s${place}.help`] ?? held?.whoMightHelp ?? "").trim();
    const key = write[`s${place}.key`] ?? held?.key ?? "";
    const row = { id, visitId, position: place, key, text, whoMightHelp, version: 1 };
    await putSuggestion(tx, row);
  }
  for (const { place } of said.practices) {
    if (!changes(`p${place}.`)) continue;
    const held = practices[place - 1];
    const id = held?.id ?? app.newId();
    const text = (write[`p${place}.text`] ?? held?.text ?? "").trim();
    const key = write[`p${place}.key`] ?? held?.key ?? "";
    const row = { id, visitId, schoolId, key, text, consent: null, consentBy: null, version: 1 };
    await putPractice(tx, row);
  }
  const { whatWeDid } = write;
  return whatWeDid === undefined ? record : changeRecord(tx, record, { whatWeDid });
}

const boxesOf = ({ key, ...says }: Finding): Boxes =>
  Object.fromEntries(Object.entries(says).map(([box, text]) => [`${key}.${box}`, text]));
