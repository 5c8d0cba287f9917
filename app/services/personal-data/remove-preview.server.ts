import type { Actor } from "~/domain/policy/actor";
import {
  readSearch,
  type RemovalProblem,
  type TypedSearch,
} from "~/domain/personal-data/removal-request";
import { ok, refused, type Result } from "~/domain/result";
import type { App } from "~/platform/app.server";
import { isMade } from "./remove-apply.server";
import { isKnown, searchOf } from "./remove-details.server";
import { findWords, type Found, type Search } from "./remove-find.server";
import {
  isReadByOfficers,
  loadRemovalPlace,
  tellingAt,
  type LoadedPlace,
} from "./remove-place.server";
import { placeLabel, RECORD_LABEL, rowLabel } from "./remove-labels";
import { isReadWhole, isSealed } from "./remove-find-records.server";
import type { FoundPlace, RemovalPlace, RemovalPreview } from "./remove-views";

/**
 * Where the words stand and what removing them would change. Nothing is written, and the words are given back to
 * nobody but whoever typed them. A manager is told of copies that officers read, and of nothing else. Throws
 * `not-found` or `forbidden`.
 */
export async function previewRemoval(
  app: App,
  actor: Actor,
  input: RemovalPlace & TypedSearch,
): Promise<Result<RemovalPreview, RemovalProblem>> {
  const place = await loadRemovalPlace(app, actor, input);
  const asked = readSearch(input, { scopes: place.scopes, answer: input.answerKey !== null });
  if (!asked.ok) return asked;
  const search = searchOf(place, input, asked.value);
  const found = await findWords(app.db.read, search);
  if (!isKnown(found, place)) return refused({ code: "nothing-found" });
  const known = place.role === "manager" ? asManager(found) : found;
  return ok({
    scope: search.scope,
    places: placesOf(known),
    copies: known.copies.map(({ copy }) => ({
      title: copy.roundTitle ?? copy.questionnaireTitle,
      number: copy.number,
      hasPdf: isMade({ copy }),
    })),
    records: known.records.map(({ record }) => ({
      title: record.roundTitle,
      visitOn: record.visitOn,
      hasPdf: isSealed(record),
    })),
    telling: tellingAt(actor, place),
    elsewhere: await elsewhere(app, { place, search, found, target: input.target }),
  });
}

/** What a manager may know of what was found. */
function asManager(found: Found): Found {
  return {
    rows: [],
    answers: [],
    copies: found.copies.filter(({ copy }) => isReadByOfficers(copy)),
    records: found.records.filter(({ record }) => isReadWhole(record)),
  };
}

function placesOf({ rows, answers, copies, records }: Found): FoundPlace[] {
  const places = new Map<string, FoundPlace>();
  const at = (label: string) => {
    const place = places.get(label) ?? { label, versions: 0, copies: [], found: 0 };
    places.set(label, place);
    return place;
  };
  for (const { answer } of answers) at(placeLabel(answer.key)).found += 1;
  for (const row of rows) {
    if (!row.shown) continue;
    const place = at(rowLabel(row));
    if (row.table === "answer_revisions") place.versions += 1;
    place.found += row.found;
  }
  for (const { copy, keys } of copies) {
    for (const [key, found] of keys) {
      const place = at(key === null ? "The action plan" : placeLabel(key));
      place.copies.push(copy.number);
      place.found += found;
    }
  }
  for (const { found } of records) at(RECORD_LABEL).found += found;
  return [...places.values()].sort((one, other) => one.label.localeCompare(other.label, "en"));
}

type Looking = {
  place: LoadedPlace;
  search: Search;
  found: Found;
  target: TypedSearch["target"];
};

/** How many more rows of the school hold the words, for whoever may remove them from all of it. */
async function elsewhere(
  app: App,
  { place, search, found, target }: Looking,
): Promise<number | null> {
  if (!place.scopes.includes("school") || search.scope === "school" || target === "whole") {
    return null;
  }
  const whole = await findWords(app.db.read, { ...search, scope: "school" });
  return sizeOf(whole) - sizeOf(found);
}

const sizeOf = ({ rows, copies, records }: Found): number =>
  rows.filter(({ shown }) => shown).length + copies.length + records.length;
