import type { View } from "./combine";
import type { Point } from "./three-oclock";
import type { ModeratedView, NoteKind } from "./states";

/** What a record says of one focus section or statement. */
export type Finding = {
  key: string;
  view: ModeratedView;
  reason: string;
  saw: string;
  worksWell: string;
  wondered: string;
};

/**
 * The record drafts itself: each point that was said goes under its focus and heading, and nothing else is in it
 *: the record may hold nothing that was not said on the day. `agreed`: the agreed view by focus key.
 */
export function draftFindings(
  focus: readonly string[],
  agreed: ReadonlyMap<string, View>,
  points: readonly Point[],
): Finding[] {
  return focus.map((key) => {
    const said = points.filter((point) => point.said && point.key === key);
    const text = (kind: NoteKind) => joined(said.filter((point) => point.kind === kind));
    const { view, reason } = agreed.get(key) ?? { view: "not-looked-at" as const, reason: "" };
    return {
      key,
      view,
      reason,
      saw: text("saw"),
      worksWell: text("works-well"),
      wondered: text("wondered"),
    };
  });
}

const joined = (points: readonly Point[]): string =>
  points.map(({ text }) => text.trim()).join("\n");

/** One line from the activities of the day: "Meeting: head and SENCO. Lesson: Year 4, number." */
export function draftWhatWeDid(activities: readonly { title: string; withWhom: string }[]): string {
  return activities
    .map(({ title, withWhom }) => (withWhom === "" ? title : `${title}, with ${withWhom}`))
    .join("; ");
}
