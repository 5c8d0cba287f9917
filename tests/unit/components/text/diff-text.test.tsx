import { expect, it } from "vitest";
import { DiffText } from "~/components/text/diff-text";
import { renderHtml } from "~tests/support/render";

it("marks the words the other version does not have, and keeps the text whole", () => {
  const html = renderHtml(<DiffText text="three reviews a year" other="two reviews a year" />);
  expect(html).toMatch(/<mark[^>]*>three<\/mark>/);
  expect(html.replace(/<[^>]+>/g, "")).toBe("three reviews a year");
});
