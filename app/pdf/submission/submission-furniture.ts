import type { Furniture } from "./page-furniture";
import { inFours } from "./printed-words";
import type { SubmissionInput } from "./submission-input";

/** Heads and feet of a signed copy: which copy it is, and how it is checked. */
export function submissionFurniture(input: SubmissionInput): Furniture {
  const { snapshot, draft } = input;
  const { number, reference } = snapshot;
  return {
    first:
      draft === null
        ? { above: `Signed copy ${number}`, below: reference }
        : { above: "", below: "Not yet sealed" },
    later: {
      left: `${snapshot.school.name}, ${snapshot.questionnaire.title}`,
      right: draft === null ? `Signed copy ${number}, ${reference}` : "Not yet sealed",
    },
    foot: footWords(input, snapshot.demonstration),
    draft,
  };
}

type Checked = { sha256: string; verifyAddress: string; draft: string | null };

/** How a paper is checked, on the foot of each page. */
export function footWords(
  { sha256, verifyAddress, draft }: Checked,
  isDemonstration: boolean,
): string {
  const demonstration = isDemonstration ? "Demonstration data. " : "";
  if (draft !== null) return `${demonstration}A draft has no check code.`;
  const address = verifyAddress.replace(/^https?:\/\//, "");
  return `${demonstration}Check code ${inFours(sha256.slice(0, 16))}. Check it at ${address}`;
}
