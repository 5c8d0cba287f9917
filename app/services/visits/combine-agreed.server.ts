import { checkViews, namesInViews, type View } from "~/domain/visit/combine";
import { MODERATED_VIEWS, type ModeratedView } from "~/domain/visit/states";
import { mergeSent } from "~/domain/visit/three-way";
import { listFindings, putFinding, type FindingRow } from "~db/queries/visit-record-rows";
import type { Writer } from "~db/types";
import type { Combining, CombineRefusal } from "./combine-refusal.server";
import { plainView } from "./views-save.server";

/** Saves the agreed views that have no problem; the rest is told and given back. */
export async function saveAgreed(tx: Writer, combining: Combining): Promise<CombineRefusal> {
  const { loaded, focus, sent, namesConfirmed = false } = combining;
  const visitId = loaded.row.id;
  const findings = await listFindings(tx, { visitId });
  const refusal: CombineRefusal = { problems: [], clashes: [] };
  for (const key of focus) {
    const stands = findings.find((one) => one.key === key);
    const { write, clashes } = mergeSent(
      { [`${key}.view`]: stands?.view ?? "", [`${key}.reason`]: stands?.reason ?? "" },
      sent,
    );
    refusal.clashes.push(...clashes);
    if (clashes.length > 0 || Object.keys(write).length === 0) continue;
    const view = asView(write[`${key}.view`] ?? stands?.view ?? "");
    if (view === null) continue;
    const agreed = plainView({ view, reason: write[`${key}.reason`] ?? stands?.reason ?? "" });
    const views = new Map([[key, agreed]]);
    const wrong = checkViews(views);
    const before = new Map([[key, stands?.reason ?? ""]]);
    const problems = wrong.length > 0 ? wrong : namesInViews(views, { before, namesConfirmed });
    refusal.problems.push(...problems.map((one) => ({ of: "view" as const, ...one })));
    if (problems.length === 0) await putFinding(tx, findingOf({ visitId, key, stands, agreed }));
  }
  return refusal;
}

export const asView = (text: string): ModeratedView | null =>
  MODERATED_VIEWS.find((view) => view === text) ?? null;

type Agreed = { visitId: string; key: string; stands: FindingRow | undefined; agreed: View };

function findingOf({ visitId, key, stands, agreed }: Agreed): FindingRow {
  const { saw = "", worksWell = "", wondered = "", version = 0 } = stands ?? {};
  return { visitId, key, ...agreed, saw, worksWell, wondered, version: version + 1 };
}
