import { findUpn } from "~/domain/people/upn";
import { ok, refused, type Result } from "~/domain/result";
import { hoursProblem } from "./day-offers";
import { ACTIVITY_KINDS, type ActivityKind } from "./states";
import type { TypedLine } from "./template-day";

export const MOST_LINES = 20;
/** Longest texts of a line, in UTF-16 code units. */
export const LINE_LIMITS = { title: 80, withWhom: 60, place: 60 } as const;

export type DayLine = Omit<TypedLine, "kind"> & { kind: ActivityKind };
/** `field`: "title-3", by the row's place on the form. */
export type LineProblem = { field: string; message: string };

export const lineField = (name: string, index: number): string => `${name}-${index + 1}`;

/** Reads the lines of a day. A line without a title is none: emptying one takes it out. */
export function readDayLines(typed: readonly TypedLine[]): Result<DayLine[], LineProblem[]> {
  const problems: LineProblem[] = [];
  const lines: DayLine[] = [];
  const titled = [...typed.entries()].filter(([, { title }]) => title.trim() !== "");
  for (const [index, one] of titled.slice(0, MOST_LINES)) {
    const kind = ACTIVITY_KINDS.find((known) => known === one.kind);
    problems.push(...problemsOf(one, index));
    if (kind === undefined) {
      problems.push({ field: lineField("kind", index), message: "Choose what kind it is" });
    } else lines.push({ ...trimmed(one), kind });
  }
  const [tooMany] = titled[MOST_LINES] ?? [];
  if (tooMany !== undefined) problems.push({ field: lineField("title", tooMany), message: FULL });
  return problems.length > 0 ? refused(problems) : ok(lines);
}

const FULL = `Use ${MOST_LINES} lines or fewer: take one out`;

const trimmed = (one: TypedLine): TypedLine => ({
  ...one,
  title: one.title.trim(),
  withWhom: one.withWhom.trim(),
  place: one.place.trim(),
});

function problemsOf(one: TypedLine, index: number): LineProblem[] {
  const hours = hoursProblem(one);
  const start: LineProblem[] =
    hours === null ? [] : [{ field: lineField("startsAt", index), message: hours }];
  const texts = (["title", "withWhom", "place"] as const).flatMap((name): LineProblem[] => {
    const message = textProblem(one[name], LINE_LIMITS[name]);
    return message === null ? [] : [{ field: lineField(name, index), message }];
  });
  return [...start, ...texts];
}

function textProblem(text: string, limit: number): string | null {
  if (text.length > limit) return `Use ${limit} characters or fewer`;
  return findUpn(text).length > 0 ? "Take out what looks like a pupil number (UPN)" : null;
}

type Held = DayLine;

/** Whether a typed line says what stands, so that saving it changes nothing. */
export function sameLine(one: DayLine, held: Held): boolean {
  return (["kind", "title", "withWhom", "place", "startsAt", "endsAt"] as const).every(
    (name) => one[name] === held[name],
  );
}

export type LineChanges = { added: DayLine[]; changed: DayLine[]; removed: Held[] };

/**
 * What saving a day changes. `null`: somebody else changed, added the first or took out a line that this form was
 * made from, so both are shown. `made`: ids the form was made from.
 */
export function lineChanges(
  lines: readonly DayLine[],
  { held, made }: { held: readonly Held[]; made: readonly { id: string; version: number }[] },
): LineChanges | null {
  const byId = new Map(held.map((one) => [one.id, one]));
  const versions = new Map(made.map(({ id, version }) => [id, version]));
  if (made.length === 0 && held.length > 0) return null;
  const isStale = made.some(({ id, version }) => {
    const now = byId.get(id);
    if (now === undefined) return true;
    const mine = lines.find((one) => one.id === id);
    return now.version !== version && (mine === undefined || !sameLine(mine, now));
  });
  if (isStale) return null;
  return {
    added: lines.filter(({ id }) => id === "" || !byId.has(id)),
    changed: lines.filter((one) => {
      const now = byId.get(one.id);
      return now !== undefined && !sameLine(one, now);
    }),
    removed: held.filter(({ id }) => versions.has(id) && !lines.some((one) => one.id === id)),
  };
}
