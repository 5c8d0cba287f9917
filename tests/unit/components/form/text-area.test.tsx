import { describe, expect, it } from "vitest";
import { TextArea } from "~/components/form/text-area";
import { attributeOf, renderHtml } from "~tests/support/render";

const box = /<textarea[^>]*>/;

describe("a box for words", () => {
  it("has a label of its own", () => {
    const html = renderHtml(<TextArea id="c2" name="c2" label="What is missing?" />);
    expect(attributeOf(html, /<label[^>]*>/, "for")).toBe(attributeOf(html, box, "id"));
  });

  it("is described by its hint, the names warning and its error, in the order they are read", () => {
    const html = renderHtml(
      <TextArea id="c2" name="c2" label="L" hint="H" warnNames error="C2: say which part" />,
    );
    const described = attributeOf(html, box, "aria-describedby")?.split(" ") ?? [];
    expect(described).toHaveLength(3);
    const places = described.map((id) => html.indexOf(` id="${id}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(attributeOf(html, box, "aria-invalid")).toBe("true");
  });

  it("is described by nothing that is not there", () => {
    const html = renderHtml(<TextArea id="c2" name="c2" label="L" />);
    expect(attributeOf(html, box, "aria-describedby")).toBeNull();
    expect(attributeOf(html, box, "aria-invalid")).toBeNull();
  });

  it("gives back what was typed and never cuts it", () => {
    const html = renderHtml(
      <TextArea id="c2" name="c2" label="L" limit={3} defaultValue="longer" />,
    );
    expect(html).toContain("longer</textarea>");
    expect(attributeOf(html, box, "maxlength")).toBeNull();
  });
});
