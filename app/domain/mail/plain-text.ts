import { plainWords, type Letter, type LetterBlock } from "./letter";

/** The plain text of a mail; every link stands in full. Lines are not broken, so that links stay whole. */
export function plainTextOf(letter: Letter): string {
  // A list stands right under the line that introduces it.
  const blocks = letter.blocks.map((block) =>
    block.kind === "list" ? `\n${blockText(block)}` : `\n\n${blockText(block)}`,
  );
  const foot = ["--", ...letter.foot, ...stopLine(letter)].join("\n");
  return `${letter.greeting}${blocks.join("")}\n\n${foot}\n`;
}

function blockText(block: LetterBlock): string {
  switch (block.kind) {
    case "paragraph":
      return plainWords(block.words);
    case "heading":
      return block.text;
    case "list":
      return block.items
        .map(({ text, url }) => (url === undefined ? `- ${text}` : `- ${text}\n  ${url}`))
        .join("\n");
    case "button":
      return `${block.label}:\n${block.url}`;
    case "code":
      return `    ${block.text}`;
    case "signature":
      return block.lines.join("\n");
  }
}

function stopLine({ stopUrl }: Letter): string[] {
  return stopUrl === undefined ? [] : [`Stop these mails: ${stopUrl}`];
}
