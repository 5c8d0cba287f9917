import { describe, expect, it } from "vitest";
import { VERSION_EVENTS, transitionVersion } from "~/domain/questionnaire/version-lifecycle";
import { VERSION_STATES, type VersionState } from "~/domain/questionnaire/version-states";

/** Every state and every event; a gap is a refusal. */
const table: Record<
  VersionState,
  readonly [publish: VersionState | null, retire: VersionState | null]
> = {
  draft: ["published", null],
  published: [null, "retired"],
  retired: [null, null],
};

describe("a questionnaire version", () => {
  for (const state of VERSION_STATES) {
    for (const [index, event] of VERSION_EVENTS.entries()) {
      const next = table[state][index] ?? null;
      it(`${state}, ${event}: ${next ?? "refused"}`, () => {
        const result = transitionVersion(state, event);
        expect(result).toEqual(
          next === null
            ? { ok: false, problem: { code: "cannot", state, event } }
            : { ok: true, value: next },
        );
      });
    }
  }
});
