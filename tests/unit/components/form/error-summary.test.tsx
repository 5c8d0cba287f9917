import { describe, expect, it } from "vitest";
import { ErrorSummary } from "~/components/form/error-summary";
import { renderHtml } from "~tests/support/render";

describe("the error summary", () => {
  it("counts what is to put right and links each line to its field", () => {
    const html = renderHtml(
      <ErrorSummary
        errors={[
          { fieldId: "level-C5", text: "C5: choose a level" },
          { fieldId: "section-C", text: "Section C: write how you know" },
        ]}
      />,
    );
    expect(html).toContain("Two things to put right");
    expect(html).toContain('<a href="#level-C5">C5: choose a level</a>');
    expect(html).toContain('<a href="#section-C">Section C: write how you know</a>');
  });

  it("is absent when nothing is wrong", () => {
    expect(renderHtml(<ErrorSummary errors={[]} />)).toBe("");
  });
});
