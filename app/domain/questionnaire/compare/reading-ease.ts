/** More words than this in one sentence are hard to take in at a glance. */
const LONGEST_SENTENCE = 30;
/** Flesch's figure: 60 and above is plain English; under this, most people read twice. */
const HARDEST = 20;

/** How easily a text reads: Flesch's reading ease (0 hard to 100 easy, rounded) and the words of its longest sentence. */
export function readingEase(text: string): { ease: number; longest: number } {
  const sentences = text.split(/[.!?;:]+\s|[.!?]+$/u).filter((one) => wordsOf(one).length > 0);
  const words = wordsOf(text);
  if (words.length === 0) return { ease: 100, longest: 0 };
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const perSentence = words.length / Math.max(1, sentences.length);
  const ease = 206.835 - 1.015 * perSentence - 84.6 * (syllables / words.length);
  const longest = Math.max(...sentences.map((one) => wordsOf(one).length));
  return { ease: Math.max(0, Math.min(100, Math.round(ease))), longest };
}

/** What an author may do about a text that reads hard; null when it reads well. Short texts are left alone. */
export function readingAdvice(text: string): string | null {
  const { ease, longest } = readingEase(text);
  if (longest > LONGEST_SENTENCE) return `One sentence has ${longest} words. Make two of it`;
  if (ease < HARDEST && wordsOf(text).length >= 8) return "The words are long. Use shorter ones";
  return null;
}

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[a-z]+(?:['’][a-z]+)?/g) ?? [];

/** Groups of vowels, without a silent e at the end: near enough for a warning. */
function syllablesOf(word: string): number {
  const groups = word.replace(/(?:[^laeiouy]es|[^l]e)$/, "").match(/[aeiouy]+/g) ?? [];
  return Math.max(1, groups.length);
}
