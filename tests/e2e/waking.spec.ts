import { expectSaved } from "./support/answering";
import { awake } from "./support/keys";
import { expect, test } from "./support/test";
import { team } from "./support/world";

/** Presses a key on the first control in the moment the page's script has begun to listen but has drawn nothing. */
function pressWhenListening(): void {
  const listen = document.addEventListener.bind(document);
  const press = () => {
    const key = new KeyboardEvent("keydown", { key: "3", bubbles: true });
    document.querySelector("[data-item] input")?.dispatchEvent(key);
    document.documentElement.dataset["pressedEarly"] = "yes";
  };
  document.addEventListener = (...given: Parameters<typeof listen>) => {
    listen(...given);
    if (given[0] !== "keydown") return;
    document.addEventListener = listen;
    queueMicrotask(press);
  };
}

test("a key pressed while the page is waking does not keep it from saving", async ({ visit }) => {
  const { people, reviews } = team("lines");
  const page = await visit(people.head);
  await page.addInitScript(pressWhenListening);
  await page.goto(`${reviews["inclusion-toolkit"].path}/sections/D/levels`);
  await expect(page.locator("html")).toHaveAttribute("data-pressed-early", "yes");
  await awake(page);
  await page.locator('[data-item] input[name$=".level"]').first().focus();
  await page.keyboard.press("2");
  await expectSaved(page);
});
