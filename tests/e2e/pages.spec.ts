import { readdirSync, readFileSync } from "node:fs";
import { expectForEveryone } from "./support/for-everyone";
import { VISITS } from "./support/page-visits";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "parallel" });

/** Files of app/routes that show a page: those with a component. */
function pages(): string[] {
  return readdirSync("app/routes")
    .filter((file) =>
      readFileSync(`app/routes/${file}`, "utf8").includes("export default function"),
    )
    .map((file) => file.replace(/\.tsx$/, ""))
    .sort();
}

test("every page of app/routes is visited here, and nothing else", () => {
  expect(Object.keys(VISITS).sort()).toEqual(pages());
});

for (const [route, visits] of Object.entries(VISITS)) {
  for (const one of visits) {
    test(`${route}: ${one.shows} is for everyone, wide and narrow`, async ({ look }) => {
      const page = await look(one.as());
      const path = one.path();
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(one.status ?? 200);
      expect(new URL(page.url()).pathname, "led elsewhere").toBe(path.split("?")[0]);
      await expectForEveryone(page);
    });
  }
}
