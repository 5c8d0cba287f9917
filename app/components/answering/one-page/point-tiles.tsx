import { useSyncExternalStore } from "react";
import type { OnePageView, StatementView } from "~/services/answering/views";
import { NumberTiles } from "../../number-tiles";
import { useAnswering } from "../answering-context";

/** How far the points are, counted again with every choice. The scheme confirms; this never awards. */
export function PointTiles({ view }: { view: OnePageView }) {
  const { starters, points, levels, response } = view;
  const { queue } = useAnswering();
  const yes = levels.find(({ mark }) => mark === "tick")?.code;
  const isYes = ({ key }: StatementView) => queue.contentOf(key).level === yes;
  const chosen = () =>
    [...starters, ...view.goingFurther.flatMap(({ items }) => items)]
      .map(({ key }) => queue.contentOf(key).level ?? "-")
      .join("");
  useSyncExternalStore(queue.subscribe, chosen, chosen);
  const entry = starters.filter((item) => item.entry);
  const missing = entry.filter((item) => !isYes(item));
  const answered = view.goingFurther
    .flatMap(({ items }) => items)
    .filter(({ key }) => queue.contentOf(key).level !== null);
  return (
    <NumberTiles
      tiles={[
        {
          figure: `${starters.filter(isYes).length} of ${points.starters.total}`,
          words: "starred points are Yes",
        },
        {
          figure: `${entry.length - missing.length} of ${points.entry.total}`,
          words: `${response.owner.label} points are Yes. ${missingWords(missing)}`,
        },
        {
          figure: `${answered.length} of ${points.further.total}`,
          words: "going further, when you have time",
        },
      ]}
    />
  );
}

function missingWords(missing: readonly StatementView[]): string {
  const [first, ...others] = missing;
  if (first === undefined) return "None is missing";
  if (others.length === 0) return `${first.short} is the one missing`;
  return `Missing: ${missing.map(({ key }) => key).join(", ")}`;
}
