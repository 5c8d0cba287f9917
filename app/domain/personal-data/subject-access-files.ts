import { formatDateTime } from "~/domain/calendar/format";
import { escapeHtml } from "~/domain/mail/escape-html";
import { COPY_RULES, type Cell, type DataSection, type PersonalData } from "./subject-access";

/** The copy for another program to read: moments in UTC, one list for each kind of thing. */
export function copyAsJson({ madeAt, person, way, sections }: PersonalData): string {
  const held: Record<string, object> = {};
  for (const { key, title, note, rows } of sections) {
    held[key] = { title, ...(note === undefined ? {} : { note }), rows };
  }
  const copy = { madeAt, person, rules: COPY_RULES[way], held };
  return `${JSON.stringify(copy, null, 2)}\n`;
}

/** The copy for a person to read: one page that opens in any browser, with nothing to load. London times. */
export function copyAsHtml(data: PersonalData): string {
  const { madeAt, person, way, sections } = data;
  const title = `What Inclusion Review holds about ${person.name}`;
  return [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${escapeHtml(title)}</h1>`,
    paragraph(`${person.name}, ${person.email}. Made on ${formatDateTime(madeAt)}.`),
    list(COPY_RULES[way]),
    list(sections.map(({ key, title: words, rows }) => [`#${key}`, `${words}: ${rows.length}`])),
    ...sections.map(sectionHtml),
    "</main></body></html>\n",
  ].join("\n");
}

const STYLE =
  "body{font:16px/1.5 sans-serif;margin:2rem;color:#111}main{max-width:70rem}table{border-collapse:collapse;width:100%}" +
  "th,td{border:1px solid #999;padding:.4rem;text-align:left;vertical-align:top;white-space:pre-wrap}h2{margin-top:2rem}";

function sectionHtml({ key, title, note, columns, rows }: DataSection): string {
  const heading = `<h2 id="${escapeHtml(key)}">${escapeHtml(title)}</h2>`;
  const said = note === undefined ? "" : paragraph(note);
  if (rows.length === 0) return heading + said + paragraph("Nothing is held.");
  const head = columns.map(([, label]) => `<th scope="col">${escapeHtml(label)}</th>`).join("");
  const body = rows.map(
    (row) => `<tr>${columns.map(([name]) => `<td>${cellHtml(row[name])}</td>`).join("")}</tr>`,
  );
  return `${heading}${said}<table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table>`;
}

function cellHtml(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return escapeHtml(formatDateTime(cell));
  if (typeof cell === "boolean") return cell ? "Yes" : "No";
  return escapeHtml(String(cell));
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

function list(items: readonly (string | readonly [href: string, text: string])[]): string {
  const lines = items.map((item) =>
    typeof item === "string"
      ? `<li>${escapeHtml(item)}</li>`
      : `<li><a href="${escapeHtml(item[0])}">${escapeHtml(item[1])}</a></li>`,
  );
  return `<ul>${lines.join("")}</ul>`;
}
