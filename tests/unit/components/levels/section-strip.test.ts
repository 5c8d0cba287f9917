import { expect, it } from "vitest";
import { stripText } from "~/components/levels/section-strip";

it("counts only what is done, not what is begun", () => {
  const items = ["done", "begun", "empty", "done"] as const;
  expect(stripText({ key: "C", title: "Assessment", items })).toBe("C: 2 of 4 done");
});
