import { listBlock } from "../engine/box-blocks";
import type { Block } from "../engine/flow";
import { STYLE, TEXT_WIDTH } from "../engine/paper";
import { plain, textBlock } from "../engine/text-blocks";
import { actionTable } from "./action-table";
import { factList } from "./fact-list";
import type { Fact } from "./fact-list";
import { heading, paragraph } from "./headings";
import type { Bookmarks } from "./headings";
import { dayAndTimeOf, inFours, removalLine, signOffVerb } from "./printed-words";
import type { SubmissionInput } from "./submission-input";

/** The end of the full part: actions, signatures with what was declared, who may see it, how to check it. */
export function closingBlocks(input: SubmissionInput, bookmarks: Bookmarks): Block[] {
  return [
    ...allActions(input, bookmarks),
    ...signatures(input, bookmarks),
    ...visibility(input, bookmarks),
    ...aboutThisCopy(input, bookmarks),
  ];
}

function allActions({ snapshot }: SubmissionInput, bookmarks: Bookmarks): Block[] {
  if (snapshot.actions.length === 0) return [];
  return [heading("Action plan in full", { before: 24, bookmarks }), actionTable(snapshot.actions)];
}

function signatures(input: SubmissionInput, bookmarks: Bookmarks): Block[] {
  const { signOffs, draft } = input;
  const blocks = signOffs.flatMap(({ name, title, kind, declaration, signedAt }) => [
    textBlock(
      [
        { text: name, style: STYLE.strong },
        { text: `, ${title}`, style: STYLE.body },
      ],
      { before: 8, keepWithNext: true },
    ),
    textBlock(plain(`${signOffVerb(kind)} ${dayAndTimeOf(signedAt)}`, STYLE.muted), {
      keepWithNext: declaration !== "",
    }),
    ...(declaration === "" ? [] : [paragraph(`“${declaration}”`, { before: 1 })]),
  ]);
  const none = signOffs.length === 0 ? [paragraph("Nobody has signed yet.")] : [];
  const awaited = draft === null ? [] : [paragraph(`${draft}.`, { before: 8 })];
  return [
    heading("Signatures", { before: 24, bookmarks }),
    ...blocks,
    ...none,
    ...awaited,
    ...removedAfter(input),
  ];
}

/** No new signature stands under a text that was changed by a removal, so the copy says what differs. */
function removedAfter({ removed, signOffs }: SubmissionInput): Block[] {
  if (!removed) return [];
  return [
    paragraph(removalLine(removed, signOffs), { before: 10 }),
    paragraph(
      `Nobody signed again: this text differs from what was signed by the removal only. Check code of what was signed: ${inFours(removed.signedSha256)}.`,
      { before: 3 },
    ),
  ];
}

function visibility({ snapshot }: SubmissionInput, bookmarks: Bookmarks): Block[] {
  if (snapshot.visibility.length === 0) return [];
  const items = snapshot.visibility.map((text) =>
    textBlock(plain(text, STYLE.body), { width: TEXT_WIDTH - 12 }),
  );
  return [
    heading("Who may see this copy, in full", { before: 24, bookmarks }),
    listBlock(items, { before: 4 }),
  ];
}

function aboutThisCopy(input: SubmissionInput, bookmarks: Bookmarks): Block[] {
  const { snapshot, draft } = input;
  const title = heading("About this copy", { before: 24, bookmarks });
  const about: Fact[] = [
    { label: "School", value: snapshot.school.name },
    { label: "Type", value: snapshot.school.type },
    ...(snapshot.round === null ? [] : [{ label: "Round", value: snapshot.round.title }]),
    {
      label: "Questionnaire",
      value: `${snapshot.questionnaire.title}, version ${snapshot.questionnaire.version}`,
    },
    { label: "Owner", value: snapshot.questionnaire.owner },
    { label: "Made", value: dayAndTimeOf(input.madeAt) },
  ];
  const facts = factList([...about, ...(draft === null ? checkFacts(input) : [])], {
    width: TEXT_WIDTH,
    before: 4,
  });
  return [
    title,
    facts,
    paragraph(
      draft === null
        ? howToCheck(input)
        : "A draft has no reference and no check code. The sealed copy is made once, when the last signature is in.",
      { before: 8 },
    ),
  ];
}

const checkFacts = ({ snapshot, sha256, verifyAddress }: SubmissionInput): Fact[] => [
  { label: "Signed copy", value: `${snapshot.number}` },
  { label: "Reference", value: snapshot.reference },
  { label: "Check code", value: inFours(sha256) },
  { label: "Check it at", value: verifyAddress },
];

function howToCheck({ snapshot }: SubmissionInput): string {
  const demonstration = snapshot.demonstration
    ? " This copy holds demonstration data: the people in it are invented."
    : "";
  return `This file is sealed. Whoever receives it can check at the address above that nothing in it has changed. The answers are attached as snapshot.json; the check code is the SHA-256 of that attachment.${demonstration}`;
}
