import { Panel } from "../panels/panel";

/** Stands on every page of a visit that has a box: concerns are never typed in (domain.md 6.4). */
export function SafeguardingNotice() {
  return (
    <Panel kind="caution" title="Worried about a child?" id="safeguarding">
      <p>
        Do not write it here. Tell the headteacher or the safeguarding lead before you leave. If it
        is about the headteacher, call the LADO.
      </p>
    </Panel>
  );
}
