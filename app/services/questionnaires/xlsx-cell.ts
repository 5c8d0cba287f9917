import type ExcelJS from "exceljs";
import { ok, refused, type Result } from "~/domain/result";

/** The text of a cell as a person sees it. A formula is refused: what it came to elsewhere is not ours to trust. */
export function readCell(value: ExcelJS.CellValue): Result<string, string> {
  if (value === null || value === undefined) return ok("");
  if (typeof value === "string") return ok(value);
  if (typeof value === "number") return ok(String(value));
  if (typeof value === "boolean") return ok(value ? "Yes" : "No");
  if (value instanceof Date) return ok(value.toISOString().slice(0, 10));
  if ("richText" in value) return ok(value.richText.map(({ text }) => text).join(""));
  if ("text" in value) return readCell(linkText(value));
  if ("error" in value) return refused("This cell shows an error. Write its text");
  return refused("This cell holds a formula. Put its text in its place");
}

/** The words of a link may themselves be of several styles, whatever the types say. */
function linkText(link: ExcelJS.CellHyperlinkValue): ExcelJS.CellValue {
  return link.text;
}
