/** Pages with boxes to type in, by what their addresses end with. */
const PAGES: readonly [RegExp, string][] = [
  [/\/sections\/([^/]+)(\/levels)?$/, "Section $1"],
  [/\/self-reviews\/[^/]+$/, "A self-review"],
  [/\/self-reviews\/[^/]+\/sign$/, "Signing"],
  [/\/self-reviews\/[^/]+\/governor$/, "The governor’s page"],
  [/\/self-reviews\/[^/]+\/(recall|amend)$/, "Opening a signed copy again"],
  [/\/actions\/new$/, "A new action"],
  [/\/actions\/[^/]+$/, "An action"],
  [/\/invite$/, "An invitation"],
];

/** What to call a page of ours to somebody who typed on it: "Section C", "A new action". */
export function pageWords(path: string): string {
  const [place = ""] = path.split("?");
  for (const [pattern, words] of PAGES) {
    const found = pattern.exec(place);
    if (found !== null) return words.replace("$1", found[1] ?? "");
  }
  return "A page";
}
