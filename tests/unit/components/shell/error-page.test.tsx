import { describe, expect, it } from "vitest";
import { ErrorPage } from "~/components/shell/error-page";
import { renderHtml } from "~tests/support/render";

const routeError = (status: number, data: unknown) => ({
  status,
  statusText: "",
  internal: false,
  data,
});

describe("the page shown when something stops", () => {
  it("gives the reference to quote for an unknown error and none of its details", () => {
    const html = renderHtml(<ErrorPage error={new Error("no such table")} requestId="r-17" />);
    expect(html).toContain("Something went wrong");
    expect(html).toContain("r-17");
    expect(html).not.toContain("no such table");
  });

  it("uses the words the server sent", () => {
    const sent = { title: "This can no longer be changed", message: "You can still read it." };
    const html = renderHtml(<ErrorPage error={routeError(409, sent)} requestId="r-17" />);
    expect(html).toContain("This can no longer be changed");
    expect(html).not.toContain("r-17");
  });

  it("gives back what was typed and could not be saved", () => {
    const texts = [{ label: "C2 commentary", text: "We plan <together>." }];
    const html = renderHtml(<ErrorPage error={routeError(409, { texts })} requestId={null} />);
    expect(html).toContain("C2 commentary");
    expect(html).toContain("We plan &lt;together&gt;.");
    const odd = renderHtml(<ErrorPage error={routeError(409, { texts: "x" })} requestId={null} />);
    expect(odd).toContain("Someone else changed this first");
  });

  it("has words of its own for an address nobody answers", () => {
    const html = renderHtml(<ErrorPage error={routeError(404, "")} requestId={null} />);
    expect(html).toMatch(/<h1[^>]*>Page not found<\/h1>/);
  });
});
