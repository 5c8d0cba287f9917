import { describe, expect, it } from "vitest";
import { ownPath, signInPath } from "~/auth/next-path";

describe("where to go after signing in", () => {
  it.each([
    "/",
    "/schools/118234",
    "/schools/118234/actions?term=4",
    "/help#top",
    "/schools/118234/section%3AC",
  ])("goes to our own %s", (path) => {
    expect(ownPath(path)).toBe(path.split("#")[0]);
  });

  it.each([
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/\\elsewhere.example/",
    "\\\\elsewhere.example",
    "/\t/elsewhere.example/",
    "/\n//elsewhere.example/",
    "/.//elsewhere.example",
    "/a/..//elsewhere.example",
    "javascript:alert(1)",
    " //elsewhere.example",
    "/%2f%2felsewhere.example",
    "/%5celsewhere.example",
    "/%09/elsewhere.example",
    "/%E0%A4%A",
    "schools/118234",
    "",
  ])("does not follow %j", (path) => {
    expect(ownPath(path)).toBeNull();
  });

  it("does not go round in a circle", () => {
    expect(ownPath("/sign-in?next=/")).toBeNull();
    expect(ownPath("/sign-out")).toBeNull();
  });

  it("does not go where nothing was said", () => {
    expect(ownPath(null)).toBeNull();
    expect(ownPath(undefined)).toBeNull();
  });

  it("carries the page asked for through signing in", () => {
    const request = new Request("http://127.0.0.1:3000/schools/118234?a=1&b=2");
    expect(signInPath(request)).toBe("/sign-in?next=%2Fschools%2F118234%3Fa%3D1%26b%3D2");
  });

  it("carries nothing from the front page", () => {
    expect(signInPath(new Request("http://127.0.0.1:3000/"))).toBe("/sign-in");
  });
});
