import { describe, expect, it } from "vitest";
import { pageWords } from "~/components/account/page-words";

describe("a page that text was typed on", () => {
  it.each([
    ["/schools/118234/self-reviews/r1/sections/C", "Section C"],
    ["/schools/118234/self-reviews/r1/sections/9/levels?completed=8", "Section 9"],
    ["/schools/118234/self-reviews/r1", "A self-review"],
    ["/schools/118234/actions/new", "A new action"],
    ["/schools/118234/actions/a1", "An action"],
    ["/schools/118234/team/invite", "An invitation"],
    ["/schools/118234", "A page"],
  ])("%s is called %s", (path, words) => {
    expect(pageWords(path)).toBe(words);
  });
});
