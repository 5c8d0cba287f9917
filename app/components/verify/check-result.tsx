import type { CheckView } from "~/services/verify/views";
import { Verdict } from "../panels/verdict";
import { SummaryTable } from "../summary-table";
import { certificateRows, copyRows } from "./copy-rows";
import { verdictWords } from "./verdict-words";

/** What a check found, with the facts where the bytes are a signed copy's own. */
export function CheckResult({ view }: { view: CheckView }) {
  const { more, quiet, ...words } = verdictWords(view);
  return (
    <Verdict {...words}>
      {"copy" in view ? <SummaryTable rows={copyRows(view.copy, view.kind)} /> : null}
      {view.of === "certificate" ? <SummaryTable rows={certificateRows(view)} /> : null}
      {more.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {quiet === undefined ? null : <p className="ir-muted">{quiet}</p>}
    </Verdict>
  );
}
