import { planHead, planInFull, planOverview } from "./action-plan/plan-blocks";
import type { PlanInput } from "./action-plan/plan-input";
import { Flow } from "./engine/flow";
import { documentNode } from "./engine/structure-tree";
import { writeDocument } from "./engine/write-document";
import type { Bookmarks } from "./submission/headings";
import { drawFirstHead, drawFurniture, type Furniture } from "./submission/page-furniture";
import { dayOf } from "./submission/printed-words";

/**
 * Prints a school's action plan as one tagged PDF. Pure: the same input gives the same bytes. It is a plain copy: the
 * plan goes on changing, so nothing seals it and there is no reference to check.
 */
export async function composePlanPdf(input: PlanInput): Promise<Uint8Array> {
  const { school, madeAt, id } = input;
  const flow = new Flow();
  const root = documentNode();
  const bookmarks: Bookmarks = [];
  const says = furnitureOf(input);
  drawFirstHead(flow.page, root, says);
  flow.add(
    [
      ...planHead(input, bookmarks),
      ...planOverview(input, bookmarks),
      ...planInFull(input, bookmarks),
    ],
    root,
  );
  drawFurniture(flow, says);
  return writeDocument(flow, root, {
    title: `${school.name}: action plan, ${dayOf(madeAt)}`,
    subject: "Action plan, a plain copy",
    author: school.name,
    madeAt,
    id,
    bookmarks,
    attachment: null,
    sealable: false,
  });
}

function furnitureOf({ school, madeAt, demonstration }: PlanInput): Furniture {
  const day = dayOf(madeAt);
  return {
    first: { above: "Action plan", below: day },
    later: { left: school.name, right: `Action plan, ${day}` },
    foot: `${demonstration ? "Demonstration data. " : ""}A plain copy, not sealed.`,
    draft: null,
  };
}
