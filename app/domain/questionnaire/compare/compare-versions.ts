import type { Definition } from "~/domain/questionnaire/definition";
import { compareScale } from "./compare-scale";
import { compareLists } from "./compare-thing";
import { compareStatements } from "./compare-statements";
import type { Comparison } from "./comparison";
import { aboutTexts, fieldSide, sectionSide, shareSide } from "./sides";
import { textChanges } from "./word-runs";

/**
 * Lays two versions of a questionnaire side by side: what each statement, section, field and the scale came to, with the
 * words that differ and a proposed rule for the answers. Pure, and quick enough for a page (bench/comparing.ts). The
 * author confirms (`answer-rules.ts`); `fates.ts` says what becomes of answers.
 */
export function compareVersions(old: Definition, now: Definition): Comparison {
  return {
    statements: compareStatements(old, now),
    sections: compareLists("section", sectionSides(old, now), sectionSides(now, old)),
    scale: compareScale(old.scale, now.scale),
    fields: [
      ...compareLists("field", old.fields.map(fieldSide), now.fields.map(fieldSide)).map(
        keepFieldKinds,
      ),
      ...compareLists("field", old.derived.map(shareSide), now.derived.map(shareSide)),
    ],
    about: textChanges(aboutTexts(old), aboutTexts(now)).map(({ label, before, after, runs }) => ({
      ...{ label, before, after, runs },
    })),
  };
}

function sectionSides(definition: Definition, other: Definition) {
  return definition.sections.map((section) => {
    const items = other.sections.find(({ key }) => key === section.key)?.items ?? section.items;
    return sectionSide(definition, { section, stayed: new Set(items.map(({ key }) => key)) });
  });
}

/** A field that comes to hold another kind of thing asks for it anew; as text, what was typed can stand. */
function keepFieldKinds(compared: Comparison["fields"][number]): Comparison["fields"][number] {
  if (compared.kind !== "scale") return compared;
  const after = compared.texts.find(({ label }) => label === "Kind")?.after;
  return { ...compared, proposed: after === "text" ? "keep-and-confirm" : "ask-again" };
}
