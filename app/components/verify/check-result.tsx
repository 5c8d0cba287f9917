import type { CheckView } from "~/services/verify/views";
import { Verdict } from "../panels/verdict";
import { SummaryTable } from "../summary-table";
import { copyRows } from "./copy-rows";
import { verdictWords } from "./verdict-words";

/** What a check found, with the facts where the bytes are a signed copy's own. */
export function CheckResult({ view }: { view: CheckView }) {
  const { more, ...words } = verdictWords(view);
  return (
    <Verdict {...words}>
      {"copy" in view ? <SummaryTable rows={copyRows(view.copy, view.kind)} /> : null}
      {more.length > 0 ? more.map((paragraph) => <p key={paragraph}>{paragraph}</p>) : null}
    </Verdict>
  );
}
