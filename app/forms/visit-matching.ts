import type { ChosenPair, MatchingChoices } from "~/domain/matching/choices";
import { VISITS_SHOWN, type VisitsFilter } from "~/domain/matching/round-visits";

type Sent = Pick<URLSearchParams, "get" | "getAll" | "has">;

/** `urn.lead.second`, the way a chosen pair stands in addresses and boxes. */
export const pairValue = ({ urn, lead, second }: ChosenPair): string => `${urn}.${lead}.${second}`;

const ID = "[0-9a-z-]{1,64}";
const PAIR = new RegExp(`^(\\d{6})\\.(${ID})\\.(${ID})$`, "i");

function readPair(value: string): ChosenPair[] {
  const [, urn, lead, second] = PAIR.exec(value) ?? [];
  return urn === undefined || lead === undefined || second === undefined
    ? []
    : [{ urn, lead, second }];
}

/** The later pair for a school counts. Two names chosen by hand come as `lead` and `second`, for the school in `for`. */
function readPairs(query: URLSearchParams): ChosenPair[] {
  const byHand = [query.get("for"), query.get("lead"), query.get("second")].join(".");
  const all = [...query.getAll("pair"), byHand].flatMap(readPair);
  return [...new Map(all.map((one) => [one.urn, one])).values()];
}

/** The pairs of a form: those ticked, or the one chosen by hand. */
export function readLines(form: FormData): ChosenPair[] {
  const texts = form.getAll("line").filter((value) => typeof value === "string");
  return texts.flatMap(readPair);
}

const part = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

/** The pair chosen for one school, as a card or by hand; null where something is missing. */
export function readOnePair(form: FormData, urn: string): ChosenPair | null {
  const [line] = readLines(form).filter((one) => one.urn === urn);
  const byHand = readPair([urn, part(form, "lead"), part(form, "second")].join("."));
  return line ?? byHand[0] ?? null;
}

/** What was chosen on a school's page, box by box, to be given back where it does not hold. */
export type ChosenBoxes = { line: string; lead: string; second: string; coming: string };

export const readChosenBoxes = (form: FormData): ChosenBoxes => ({
  line: part(form, "line"),
  lead: part(form, "lead"),
  second: part(form, "second"),
  coming: part(form, "coming"),
});

/** Register ids of those who come: one for one place, two of a pair, lead first. */
export function readComing(form: FormData): string[] {
  const one = part(form, "coming");
  if (one !== "") return [one];
  const [line] = readLines(form);
  if (line !== undefined) return [line.lead, line.second];
  const byHand = [part(form, "lead"), part(form, "second")];
  return byHand.includes("") ? [] : byHand;
}

const text = (query: Sent, name: string) => (query.get(name) ?? "").slice(0, 80);

function number(query: Sent, name: string, most: number): number | null {
  const typed = text(query, name);
  return /^\d{1,9}$/.test(typed) ? Math.min(Number(typed), most) : null;
}

/** What an address asks to be proposed; without `shown` the usual ways of choosing are on. */
export function readMatchingChoices(query: URLSearchParams): MatchingChoices & { shown: boolean } {
  const shown = query.has("shown");
  return {
    shown,
    roundId: query.get("round"),
    from: text(query, "from"),
    to: text(query, "to"),
    askedForIt: shown ? query.has("asked") : true,
    longestWithout: shown ? query.has("longest") : true,
    sampleByDistrict: query.has("sample"),
    sampleMost: number(query, "most", 9999),
    seed: text(query, "seed").trim().slice(0, 20) || "1",
    picked: [...new Set(query.getAll("pick").filter((urn) => /^\d{6}$/.test(urn)))],
    pairs: readPairs(query),
  };
}

/** Choices as an address's parameters; `without` leaves the pair of one school out. */
export function choicesQuery(choices: MatchingChoices, without?: string): URLSearchParams {
  const query = new URLSearchParams({ shown: "1" });
  if (choices.roundId !== null) query.set("round", choices.roundId);
  if (choices.from !== "") query.set("from", choices.from);
  if (choices.to !== "") query.set("to", choices.to);
  if (choices.askedForIt) query.set("asked", "1");
  if (choices.longestWithout) query.set("longest", "1");
  if (choices.sampleByDistrict) query.set("sample", "1");
  if (choices.sampleMost !== null) query.set("most", String(choices.sampleMost));
  query.set("seed", choices.seed);
  for (const urn of choices.picked) query.append("pick", urn);
  for (const pair of choices.pairs) if (pair.urn !== without) query.append("pair", pairValue(pair));
  return query;
}

/** What the list of a round's visits shows. */
export function readVisitsFilter(
  query: URLSearchParams,
): VisitsFilter & { roundId: string | null } {
  const shows = VISITS_SHOWN.find((one) => one === query.get("shows")) ?? "all";
  return { roundId: query.get("round"), shows };
}
