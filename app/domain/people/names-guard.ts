import { isGivenName, isSometimesGivenName } from "./given-names";
import {
  ABBREVIATIONS,
  FAMILY_WORDS,
  NOT_NAMES,
  PUPIL_WORDS,
  STAFF_WORDS,
  THING_WORDS,
  TITLES,
} from "./name-words";
import { looksLikeUpn } from "./upn";

/** Words that may name a child, as they stand in the text, so that the screen can quote them. */
export type LikelyName = {
  words: string;
  why: "given-name" | "beside-pupil" | "initials" | "number";
};

type Token = { text: string; lower: string; startsSentence: boolean; before: string };

/**
 * What may name a child (design.md decision 11): a question to the writer, never a refusal. It asks about
 * well-known given names, about any name-like word beside "Year 4", "pupil" or "…'s mum", about initials after
 * "pupil", and about a mistyped pupil number. Adults with a title or a job beside them, places, months and
 * programmes are let be. It misses names; it is meant to be quiet.
 */
export function findLikelyChildName(text: string): readonly LikelyName[] {
  const tokens = tokensOf(text);
  const found = tokens.flatMap((token, index) => judge({ token, index, tokens }) ?? []);
  const numbers = looksLikeUpn(text).map((words): LikelyName => ({ words, why: "number" }));
  return withoutRepeats([...found, ...numbers]);
}

type Place = { token: Token; index: number; tokens: readonly Token[] };

function judge(place: Place): LikelyName | null {
  if (isInitials(place)) return { words: place.token.text, why: "initials" };
  if (!isNameShaped(place.token.text) || isAdultOrThing(place)) return null;
  const words = bare(place.token.text);
  if (isBesidePupil(place)) return { words, why: "beside-pupil" };
  return isGivenName(words) ? { words, why: "given-name" } : null;
}

/** "pupil JB", "child K.M." */
function isInitials({ token, index, tokens }: Place): boolean {
  if (!PUPIL_WORDS.has(tokens[index - 1]?.lower ?? "")) return false;
  if (/^(\p{Lu}\.){2,3}$/u.test(token.text)) return true;
  return /^\p{Lu}{2,3}$/u.test(token.text) && !ABBREVIATIONS.has(token.text);
}

function isNameShaped(text: string): boolean {
  const word = bare(text);
  return /^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u.test(word) && !NOT_NAMES.has(word);
}

function isAdultOrThing({ token, index, tokens }: Place): boolean {
  const previous = tokens[index - 1];
  if (TITLES.has(previous?.lower ?? "")) return true;
  const isSurname = previous !== undefined && isFollowed(token) && isNameShaped(previous.text);
  if (isSurname) return true;
  return thingFollows(index, tokens) || hasJob(index, tokens);
}

/** "Grace Road", "Amelia Earhart House": within two capitalised words after it. */
function thingFollows(index: number, tokens: readonly Token[]): boolean {
  if (/['’]s$/u.test(tokens[index]?.text ?? "")) return false;
  const next = tokens[index + 1];
  const after = tokens[index + 2];
  if (next === undefined || !isFollowed(next)) return false;
  if (isThing(next)) return true;
  return isNameShaped(next.text) && after !== undefined && isFollowed(after) && isThing(after);
}

function isThing(token: Token): boolean {
  return THING_WORDS.has(token.lower) && /^\p{Lu}/u.test(token.text);
}

/** A job within three words before or four after, in the same sentence: "our SENCO Jo", "Jo Barnes, the school nurse". */
function hasJob(index: number, tokens: readonly Token[]): boolean {
  const before = sentenceBefore(index, tokens).slice(-3);
  const after = sentenceAfter(index, tokens).slice(0, 4);
  return [...before, ...after].some((token) => STAFF_WORDS.has(bare(token.lower)));
}

function isBesidePupil(place: Place): boolean {
  return isInYear(place) || isCalled(place) || hasFamily(place);
}

/** "Amelia in Year 4", "Max (Y6)", "Zofia, Reception"; a word at the start of a sentence only when a known name. */
function isInYear({ token, index, tokens }: Place): boolean {
  const rest = nameEnd(index, tokens);
  const [first, second, third] = tokens.slice(rest + 1, rest + 4);
  if (first === undefined) return false;
  const isIn = first.lower === "in" && isFollowed(first);
  const isJoined = isIn || /^[ ]*[(,]/.test(first.before);
  if (!isJoined) return false;
  const [year, number] = isIn ? [second, third] : [first, second];
  if (!isYear(year, number)) return false;
  const word = bare(token.text);
  const isKnown = isGivenName(word) || isSometimesGivenName(word);
  return isKnown || (!token.startsSentence && !isUsed(index, tokens));
}

function isYear(year: Token | undefined, number: Token | undefined): boolean {
  if (year === undefined) return false;
  if (/^(y|yr)\d{1,2}$/.test(year.lower)) return true;
  if (year.lower === "reception" || year.lower === "nursery") return true;
  return (year.lower === "year" || year.lower === "yr") && /^\d{1,2}$/.test(number?.text ?? "");
}

/** "using Numberblocks in Year 2": what is used, run or led by an article is a thing. */
function isUsed(index: number, tokens: readonly Token[]): boolean {
  const cues = new Set(
    "use uses used using run runs ran through with via the our a deliver delivers teach teaches try trial".split(
      " ",
    ),
  );
  return sentenceBefore(index, tokens)
    .slice(-2)
    .some((token) => cues.has(token.lower));
}

/** "a pupil called X", "a girl named X", "pupil X". */
function isCalled({ token, index, tokens }: Place): boolean {
  const previous = tokens[index - 1];
  if (previous === undefined || !isFollowed(token)) return false;
  const isNaming = previous.lower === "called" || previous.lower === "named";
  if (isNaming) return PUPIL_WORDS.has(tokens[index - 2]?.lower ?? "");
  return ["pupil", "child", "student", "boy", "girl", "learner"].includes(previous.lower);
}

/** "Kayden's mum". */
function hasFamily({ token, index, tokens }: Place): boolean {
  if (!/['’]s$/u.test(token.text)) return false;
  return FAMILY_WORDS.has(tokens[index + 1]?.lower ?? "");
}

/** The last word of a name of one or two words that starts here. */
function nameEnd(index: number, tokens: readonly Token[]): number {
  const next = tokens[index + 1];
  return next !== undefined && isFollowed(next) && isNameShaped(next.text) ? index + 1 : index;
}

/** Whether only a space stands before this word. */
function isFollowed(token: Token): boolean {
  return /^ +$/.test(token.before);
}

function sentenceBefore(index: number, tokens: readonly Token[]): readonly Token[] {
  let start = index;
  while (start > 0 && tokens[start]?.startsSentence === false) start -= 1;
  return tokens.slice(start, index);
}

function sentenceAfter(index: number, tokens: readonly Token[]): readonly Token[] {
  const rest = tokens.slice(index + 1, index + 6);
  const end = rest.findIndex((token) => token.startsSentence);
  return end === -1 ? rest : rest.slice(0, end);
}

function bare(word: string): string {
  return word.replace(/['’]s$/u, "");
}

function tokensOf(text: string): readonly Token[] {
  const shape = /(?:\p{Lu}\.){2,3}|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
  let end = 0;
  return [...text.matchAll(shape)].map((match) => {
    const before = text.slice(end, match.index);
    const startsSentence = end === 0 || /[.!?:;\n•]/.test(before) || isEndOfInitials(text, end);
    end = match.index + match[0].length;
    return { text: match[0], lower: match[0].toLowerCase(), startsSentence, before };
  });
}

function isEndOfInitials(text: string, end: number): boolean {
  return text[end - 1] === ".";
}

function withoutRepeats(names: readonly LikelyName[]): readonly LikelyName[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.words) && seen.add(name.words));
}
