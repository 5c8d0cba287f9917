/** Words, some of them in bold. */
export type Words = string | readonly (string | { strong: string })[];

export type LetterBlock =
  | { kind: "paragraph"; words: Words }
  /** A line that introduces what follows. */
  | { kind: "heading"; text: string }
  | { kind: "list"; items: readonly { text: string; url?: string }[] }
  /** The way on. It opens a page, and opening it changes nothing. */
  | { kind: "button"; label: string; url: string }
  /** To be typed, so it stands alone: "K7QM-4D2P". */
  | { kind: "code"; text: string }
  | { kind: "signature"; lines: readonly string[] };

/** A mail before it is plain text or HTML: both are made from this. */
export type Letter = {
  subject: string;
  /** What matters, in one line, over the greeting. */
  heading: string;
  greeting: string;
  blocks: readonly LetterBlock[];
  /** Why this came, in small print. */
  foot: readonly string[];
  /** The page that ends mails of this kind. */
  stopUrl?: string;
  replyTo?: { name: string; email: string };
};

/** "Dear Priya"; "Hello" where no name is known. */
export function greetingOf(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? "";
  return first === "" ? "Hello" : `Dear ${first}`;
}

/** The words without bold. */
export function plainWords(words: Words): string {
  if (typeof words === "string") return words;
  return words.map((part) => (typeof part === "string" ? part : part.strong)).join("");
}
