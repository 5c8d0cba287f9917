import { escapeHtml } from "./escape-html";
import type { Letter, LetterBlock, Words } from "./letter";

/** Mail programs read styles on the element only. Colours are those of look/README.md; nothing is fetched. */
const FONT = "font-family:'Atkinson Hyperlegible Next','Segoe UI',Roboto,Arial,sans-serif";
const TEXT = `margin:0 0 16px;${FONT};font-size:17px;line-height:1.5;color:#14212b`;
const SMALL = `margin:0;${FONT};font-size:15px;line-height:1.5;color:#4a5964`;
const LINK = "color:#0b5c7d";
const BUTTON = `display:inline-block;padding:11px 18px;background:#0f6a63;border-radius:3px;${FONT};font-size:17px;font-weight:700;color:#ffffff;text-decoration:none`;
const CODE =
  "margin:0 0 16px;font-family:Consolas,'Courier New',monospace;font-size:26px;letter-spacing:2px;color:#14212b";

/** The HTML of a mail: one column of 640 px, without pictures, scripts or anything from elsewhere. */
export function htmlOf(letter: Letter): string {
  const body = [
    `<h1 style="margin:0 0 16px;${FONT};font-size:24px;line-height:1.3;color:#14212b">${escapeHtml(letter.heading)}</h1>`,
    paragraph(letter.greeting),
    ...letter.blocks.map(blockHtml),
  ].join("\n");
  return [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(letter.subject)}</title></head>`,
    '<body style="margin:0;padding:24px 12px;background:#e6ebed">',
    '<div role="main" style="max-width:640px;margin:0 auto;background:#ffffff;border-radius:6px">',
    `<div style="padding:16px 28px;background:#123c56;border-radius:6px 6px 0 0;${FONT};font-size:19px;font-weight:700;color:#ffffff">Inclusion Review</div>`,
    `<div style="padding:26px 28px 12px">\n${body}\n</div>`,
    `<div style="padding:16px 28px;background:#f2f5f4;border-radius:0 0 6px 6px">${footHtml(letter)}</div>`,
    "</div></body></html>\n",
  ].join("\n");
}

const paragraph = (words: Words): string => `<p style="${TEXT}">${wordsHtml(words)}</p>`;

function wordsHtml(words: Words): string {
  if (typeof words === "string") return escapeHtml(words);
  return words
    .map((part) =>
      typeof part === "string" ? escapeHtml(part) : `<strong>${escapeHtml(part.strong)}</strong>`,
    )
    .join("");
}

const linkHtml = (url: string, text: string): string =>
  `<a href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(text)}</a>`;

function blockHtml(block: LetterBlock): string {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.words);
    case "heading":
      return `<h2 style="${TEXT};margin-bottom:6px;font-weight:700">${escapeHtml(block.text)}</h2>`;
    case "list":
      return listHtml(block.items);
    case "button":
      return `<p style="margin:0 0 22px"><a href="${escapeHtml(block.url)}" style="${BUTTON}">${escapeHtml(block.label)}</a></p>`;
    case "code":
      return `<p style="${CODE}">${escapeHtml(block.text)}</p>`;
    case "signature":
      return `<p style="${TEXT}">${block.lines.map(escapeHtml).join("<br>")}</p>`;
  }
}

function listHtml(items: readonly { text: string; url?: string }[]): string {
  const rows = items.map(
    ({ text, url }) =>
      `<li style="margin:0 0 4px">${url === undefined ? escapeHtml(text) : linkHtml(url, text)}</li>`,
  );
  return `<ul style="${TEXT};padding-left:22px">${rows.join("")}</ul>`;
}

function footHtml({ foot, stopUrl }: Letter): string {
  const lines = foot.map((line) => `<p style="${SMALL}">${escapeHtml(line)}</p>`);
  const stop =
    stopUrl === undefined
      ? []
      : [`<p style="${SMALL}">${linkHtml(stopUrl, "Stop these mails")}</p>`];
  return [...lines, ...stop].join("");
}
