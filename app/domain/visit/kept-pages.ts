/** Caches of pages: this and the id of the person they were made for. */
export const PAGES_OF = "visit-pages ";
/** Scripts, styles and fonts of the kept pages; the same for everybody. */
export const ASSETS = "visit-assets";
/** The header by which the server says whose page it is, and so that it may be kept. */
export const PERSON_HEADER = "Visit-Person";

/** The page that is kept: a visit's notes. */
export const isNotesPage = (path: string): boolean => /^\/visits\/[^/]+\/notes$/.test(path);

/** Built files that a page or a style sheet names. The fallback fonts are left to the connection. */
export function assetsIn(text: string): string[] {
  const named = text.match(/\/assets\/[\w./-]+\.(?:js|css|woff2)/g) ?? [];
  return [...new Set(named)].filter((path) => !path.endsWith("woff2") || /atkinson/.test(path));
}
