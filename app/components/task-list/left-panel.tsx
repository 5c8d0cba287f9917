import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { LeftView, ResponseHeaderView, StatementRef } from "~/services/answering/views";
import { levelsPath, sectionPath } from "../answering/review-path";
import { Panel } from "../panels/panel";

type LeftPanelProps = { left: LeftView; response: ResponseHeaderView };

/** What is left before the head can sign, each line leading to the first of its kind. */
export function LeftPanel({ left, response }: LeftPanelProps) {
  if (left.ready) {
    return (
      <Panel kind="side" title="Left before signing" id="left">
        <p>Nothing. Check the answers, then mark it as ready to sign.</p>
      </Panel>
    );
  }
  const { urn, id } = response;
  const at = (ref: StatementRef) => `${sectionPath({ urn, id, section: ref.section })}#${ref.key}`;
  const row = (ref: StatementRef) => levelsPath({ urn, id, section: ref.section });
  const lines: {
    refs: readonly StatementRef[];
    words: string;
    to: (ref: StatementRef) => string;
  }[] = [
    {
      refs: left.withoutLevel,
      words: plural(left.withoutLevel, "statement") + " without a level",
      to: row,
    },
    {
      refs: left.withoutDuty,
      words: plural(left.withoutDuty, "legal duty", "legal duties") + " to answer",
      to: row,
    },
    {
      refs: left.needWords,
      words: left.needWords.length === 1 ? "needs words" : "need words",
      to: at,
    },
    { refs: left.toConfirm, words: "still to confirm", to: at },
  ];
  return (
    <Panel kind="side" title="Left before signing" id="left">
      <ul className="ir-side-list">
        {lines.map(({ refs, words, to }) => (
          <LeftLine key={words} count={refs.length}>
            {refs[0] ? <Link to={to(refs[0])}>{words}</Link> : null}
            {refs.length > 0 && refs.length <= 4
              ? `: ${refs.map(({ key }) => key).join(", ")}`
              : ""}
          </LeftLine>
        ))}
        <LeftLine count={left.sectionsToSumUp.length}>
          {left.sectionsToSumUp.length === 1 ? "section" : "sections"} to sum up:{" "}
          {left.sectionsToSumUp.map(({ key }) => key).join(", ")}
        </LeftLine>
        <LeftLine count={left.fields.length}>
          {left.fields.length === 1 ? "number or name" : "numbers or names"} missing
        </LeftLine>
      </ul>
      {left.minutes > 0 ? <p>About {left.minutes} minutes, going by your own pace.</p> : null}
    </Panel>
  );
}

const plural = (of: readonly unknown[], one: string, many = `${one}s`): string =>
  of.length === 1 ? one : many;

function LeftLine({ count, children }: { count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <li>
      <span className="ir-side-count">{count}</span>
      <span>{children}</span>
    </li>
  );
}
