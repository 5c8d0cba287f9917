import { columnsBlock, columnWidth, panelBlock } from "../engine/box-blocks";
import { heightOf, type Block } from "../engine/flow";
import { COLOUR } from "../engine/paper";
import { textBlock } from "../engine/text-blocks";
import type { Bookmarks } from "../submission/headings";
import type { RecordRemoval } from "~/domain/visit/record-reissues";
import { dayAndTimeOf, dayOf, inFours, listed } from "../submission/printed-words";
import type { PrintedRecordSignature, RecordInput } from "./record-input";
import type { RecordLook } from "./record-look";
import { labelled, recordHeading, words } from "./record-parts";

type Place = { look: RecordLook; bookmarks: Bookmarks };

/** After the findings: suggestions, practice, the school's words, signatures, whose record it is. */
export function recordClosing(input: RecordInput, place: Place): Block[] {
  return [
    ...suggestions(input, place),
    ...practices(input, place),
    ...schoolWords(input, place),
    ...bothViews(input, place),
    ...signatures(input, place),
    ...ownership(input, place),
  ];
}

function suggestions({ snapshot }: RecordInput, { look, bookmarks }: Place): Block[] {
  if (snapshot.suggestions.length === 0) return [];
  const lines = snapshot.suggestions.map(({ key, text, whoMightHelp }) =>
    labelled(key, `${text} Who might help: ${whoMightHelp}`, { look }),
  );
  return [recordHeading("Suggestions", look, { bookmarks }), ...lines];
}

function practices({ snapshot }: RecordInput, { look, bookmarks }: Place): Block[] {
  if (snapshot.practices.length === 0) return [];
  const lines = snapshot.practices.map(({ key, text, consent }) => {
    const named = consent ? "The school agrees to be named for it." : "It stays with this record.";
    return labelled(key, `${text} ${named}`, { look });
  });
  return [recordHeading("Practice worth sharing", look, { bookmarks }), ...lines];
}

function schoolWords({ snapshot }: RecordInput, { look, bookmarks }: Place): Block[] {
  const { corrections, schoolWords: said } = snapshot;
  if (corrections === "" && said === "") return [];
  return [
    recordHeading("The school’s own words", look, { bookmarks }),
    ...(said === "" ? [] : [words(`“${said}”`, look)]),
    ...(corrections === "" ? [] : [labelled("Put right by the school", corrections, { look })]),
  ];
}

function bothViews({ snapshot }: RecordInput, { look, bookmarks }: Place): Block[] {
  if (snapshot.bothViews === null) return [];
  const { reviewersView, schoolView, thirdPerson } = snapshot.bothViews;
  return [
    recordHeading("Two views stand here, as they could not be made one", look, { bookmarks }),
    labelled("The reviewers", reviewersView, { look }),
    labelled("The school", schoolView, { look }),
    labelled("Both may turn to", thirdPerson, { look }),
  ];
}

function signatures(input: RecordInput, place: Place) {
  const { signatures: given, draft, sha256, snapshot } = input;
  const { look, bookmarks } = place;
  const none =
    snapshot.bothViews === null ? "Nobody has signed yet." : "Closed without signatures.";
  const gap = 12;
  const width = columnWidth(Math.max(given.length, 1), gap);
  const padding = look.close ? 4 : 8;
  const boxes = given.map((one) => signatureWords(one, { look, width: width - 2 * padding }));
  const height = Math.max(0, ...boxes.map(heightOf)) + 2 * padding;
  const panels = boxes.map((blocks) => [
    panelBlock(blocks, { edge: COLOUR.line, padding, height }),
  ]);
  const earlier = given.some((one) => one.standsFor !== sha256) && draft === null;
  return [
    recordHeading("Signatures", look, { bookmarks }),
    ...(given.length === 0
      ? [words(none, look)]
      : [columnsBlock(panels, { gap, before: look.step + 1 })]),
    ...(earlier ? [words("They were given before both views were added.", look)] : []),
    ...removedAfter(input, look),
  ];
}

/** That the text differs from what was signed by a removal of personal details, and by nothing else. */
function removedAfter({ removed, signatures: given }: RecordInput, look: RecordLook): Block[] {
  if (removed === null) return [];
  const before = given.filter((one) => one.standsFor !== one.sha256);
  return [
    words(removedLine(removed, before), look),
    words(
      `Nobody signed again: the text differs from what was agreed by the removal only. Check code of what was agreed: ${inFours(removed.signedSha256)}.`,
      { ...look, body: look.muted },
    ),
  ];
}

/** "Personal details removed on 24 November 2026; signed by Sam Fletcher on 22 November 2026." */
function removedLine(removed: RecordRemoval, before: readonly PrintedRecordSignature[]): string {
  const signed = before.map(({ name, signedAt }) => `${name} on ${dayOf(signedAt)}`);
  const by = signed.length === 0 ? "" : `; signed by ${listed(signed)}`;
  return `Personal details removed on ${dayOf(removed.at)}${by}.`;
}

type Box = { look: RecordLook; width: number };

const signatureWords = (signature: PrintedRecordSignature, { look, width }: Box): Block[] => [
  textBlock(
    [
      { text: signature.name, style: look.strong },
      { text: `, ${signature.title}. ${dayAndTimeOf(signature.signedAt)}.`, style: look.body },
    ],
    { width },
  ),
  words(`“${signature.declaration}”`, { ...look, body: look.muted }, { width }),
];

function ownership(input: RecordInput, { look, bookmarks }: Place): Block[] {
  const { snapshot, sha256, draft, verifyAddress } = input;
  const { ownership: rule, visibility } = snapshot;
  const check =
    draft === null
      ? `This file is sealed. Check at ${verifyAddress} that nothing in it has changed. Check code in full: ${inFours(sha256)}.`
      : `${draft}. The sealed record is made once, when the last signature is in.`;
  return [
    recordHeading("Whose record it is", look, { bookmarks }),
    words(`${rule.sentence} Who may read it: ${visibility.join(" ")}`, look),
    words(check, { ...look, body: look.muted }),
  ];
}
