import { columnsBlock, columnWidth } from "../engine/box-blocks";
import { textWidth } from "../engine/break-lines";
import type { Block } from "../engine/flow";
import { TEXT_WIDTH, type TextStyle } from "../engine/paper";
import { plain, textBlock } from "../engine/text-blocks";
import { bookmarkAs, type Bookmarks } from "../submission/headings";
import { dayWritten, listed } from "../submission/printed-words";
import type { RecordInput } from "./record-input";
import type { RecordLook } from "./record-look";
import { labelled, recordHeading, words } from "./record-parts";

const GAP = 20;

type Place = { look: RecordLook; bookmarks: Bookmarks };

/** Which visit this is, what the school asked for and why, and what was done. */
export function recordHead({ snapshot }: RecordInput, { look, bookmarks }: Place): Block[] {
  const { school, roundTitle, findings, focusReason, context, whatWeDid } = snapshot;
  const caption = `Record of a peer moderation visit, ${roundTitle}`;
  const asked = `${listed(findings.map(({ key }) => key))}.`;
  return [
    textBlock(plain(caption, look.muted), { keepWithNext: true }),
    titleBlock(school.name, { look, bookmarks }),
    facts({ snapshot }, look),
    recordHeading("What the school asked us to look at, and why", look, { bookmarks }),
    words(focusReason === "" ? asked : `${asked} “${focusReason}”`, look),
    ...(context === "" ? [] : [labelled("About the school", context, { look })]),
    recordHeading("What we did", look, { bookmarks }),
    words(whatWeDid, look),
  ];
}

function titleBlock(name: string, { look, bookmarks }: Place): Block {
  const fits = textWidth(name, look.title) <= 1.8 * TEXT_WIDTH;
  const style: TextStyle = fits ? look.title : { ...look.title, size: 12 };
  const onPlace = bookmarkAs("Record of the visit", bookmarks);
  return textBlock(plain(name, style), { type: "H1", keepWithNext: true, onPlace });
}

function facts({ snapshot }: Pick<RecordInput, "snapshot">, look: RecordLook): Block {
  const width = columnWidth(2, GAP);
  const line = (label: string, value: string) => labelled(label, value, { look, width });
  const { hosts, reviewers, moderates, school } = snapshot;
  const visitors = reviewers.map(({ name, post, homeSchool, lead }) =>
    line(lead ? "Lead reviewer" : "Second reviewer", `${name}, ${post}, ${homeSchool}`),
  );
  const host = listed(hosts.map(({ name, title }) => `${name}, ${title}`));
  const left = [line("Date", dayWritten(snapshot.visitOn)), ...visitors];
  const right = [
    line(hosts.length === 1 ? "Host" : "Hosts", host),
    line("Moderates", `signed copy ${moderates.number}, ${moderates.reference}`),
    line("School", `URN ${school.urn}, ${school.phase}`),
  ];
  return columnsBlock([left, right], { gap: GAP, before: look.step * 2 });
}
