import { describe, expect, it } from "vitest";
import { SegmentedChoice } from "~/components/form/segmented-choice";
import { attributeOf, renderHtml } from "~tests/support/render";

const choice = (error?: string) =>
  renderHtml(
    <SegmentedChoice
      id="duty-C2"
      name="C2.duty"
      legend="Do you do this?"
      error={error}
      chosen={null}
      choices={[
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ]}
    />,
  );

describe("a joined choice", () => {
  it("is a fieldset with a legend and one label for each control", () => {
    const html = choice();
    expect(html).toContain("Do you do this?</legend>");
    expect(html.match(/<label[^>]*><input[^>]*\/>(Yes|No)<\/label>/g)).toHaveLength(2);
  });

  it("gives every control an id of its own, the first being the one errors link to", () => {
    const ids = [...choice().matchAll(/<input[^>]*\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["duty-C2", "duty-C2-2"]);
  });

  it("stands as rows where its words do not fit side by side", () => {
    const draw = (...labels: string[]) => {
      const choices = labels.map((label) => ({ value: label, label }));
      return renderHtml(
        <SegmentedChoice id="x" name="x" legend="x" chosen={null} choices={choices} />,
      );
    };
    expect(draw("Yes", "Partly", "No")).toContain('"ir-segmented"');
    const toolkit = draw("Starting", "Developing", "Established", "Sharing");
    expect(toolkit).toContain('"ir-segmented ir-segmented-many"');
    const standards = [
      "Not yet in place",
      "In places",
      "Across the school",
      "Embedded, with effect",
    ];
    expect(draw(...standards)).toContain('"ir-segmented ir-segmented-stacked"');
  });

  it("ties its error to the fieldset", () => {
    const html = choice("C2: say Yes, Partly or No");
    const described = attributeOf(html, /<fieldset[^>]*>/, "aria-describedby") ?? "";
    expect(html).toContain(`<p id="${described}" class="ir-error-text">`);
  });
});
