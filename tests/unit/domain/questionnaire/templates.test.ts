import { describe, expect, it } from "vitest";
import { readTemplate, TEMPLATE_KEYS } from "./read-template";

describe("the shipped templates", () => {
  it.each(TEMPLATE_KEYS)("%s parses", (key) => {
    expect(readTemplate(key).key).toBe(key);
  });
});
