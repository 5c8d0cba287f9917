import { columnWidth, columnsBlock } from "../engine/box-blocks";
import { textWidth } from "../engine/break-lines";
import type { Block } from "../engine/flow";
import { STYLE, TEXT_WIDTH } from "../engine/paper";
import type { TextStyle } from "../engine/paper";
import { plain, textBlock } from "../engine/text-blocks";
import { factList } from "./fact-list";
import type { Fact } from "./fact-list";
import { bookmarkAs } from "./headings";
import type { Bookmarks } from "./headings";
import { shortened } from "./fit-page";
import { counted, dayAndTimeOf, doesNotApply, itemsOf, signOffVerb } from "./printed-words";
import type { SubmissionInput } from "./submission-input";

export const COLUMN_GAP = 20;

/** Caption, school and the facts about this copy, as page 1 begins. */
export function summaryHead(input: SubmissionInput, bookmarks: Bookmarks): Block[] {
  const { snapshot } = input;
  const round = snapshot.round?.title ?? "";
  const caption = round === "" ? `${snapshot.questionnaire.title} self-review` : round;
  const width = columnWidth(2, COLUMN_GAP);
  return [
    textBlock(plain(shortened(caption, 95), STYLE.muted), { keepWithNext: true }),
    titleBlock(snapshot.school.name, bookmarks),
    columnsBlock(
      [[factList(schoolFacts(input), { width })], [factList(copyFacts(input), { width })]],
      { gap: COLUMN_GAP, before: 8 },
    ),
  ];
}

/** The school's name as large as lets it stand on two lines. */
function titleBlock(name: string, bookmarks: Bookmarks): Block {
  const sizes = [STYLE.title.size, 18, 15, 12.75];
  const fits = (size: number) => textWidth(name, { ...STYLE.title, size }) <= 1.8 * TEXT_WIDTH;
  const style: TextStyle = { ...STYLE.title, size: sizes.find(fits) ?? 12.75 };
  const onPlace = bookmarkAs("Summary", bookmarks);
  const limit = { lines: 3, more: "The name in full is at the end." };
  return textBlock(plain(name, style), { type: "H1", keepWithNext: true, onPlace, limit });
}

function schoolFacts({ snapshot: { school } }: SubmissionInput): Fact[] {
  const place = [school.district, school.localAuthority].filter(
    (part) => part !== null && part !== "",
  );
  const ages =
    school.ages === null
      ? ""
      : `, ${/^age/i.test(school.ages) ? school.ages : `ages ${school.ages}`}`;
  return [
    { label: "URN", value: school.urn },
    { label: "DfE number", value: school.dfeNumber ?? "Not given" },
    { label: "District", value: shortened([...new Set(place)].join(", "), 60) },
    { label: "Phase", value: shortened(`${school.phase}${ages}`, 60) },
  ];
}

function copyFacts({ snapshot, signOffs, removed }: SubmissionInput): Fact[] {
  const { title, version } = snapshot.questionnaire;
  const items = itemsOf(snapshot);
  const away = items.filter((item) => doesNotApply(snapshot, item)).length;
  const statements =
    away === 0
      ? `${items.length}`
      : `${items.length - away}, and ${away} ${away === 1 ? "does" : "do"} not apply`;
  return [
    { label: "Questionnaire", value: shortened(`${title}, version ${version}`, 90) },
    ...signOffs.slice(0, 3).map((signOff) => ({
      label: signOffVerb(signOff.kind),
      value: dayAndTimeOf(signOff.signedAt),
    })),
    ...(signOffs.length > 3
      ? [{ label: "More", value: counted(signOffs.length - 3, "signature") }]
      : []),
    ...(removed ? [{ label: "Details removed", value: dayAndTimeOf(removed.at) }] : []),
    { label: "Statements", value: statements },
  ];
}
