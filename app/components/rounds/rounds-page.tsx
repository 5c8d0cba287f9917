import { Form, Link } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { RoundListView } from "~/services/rounds/list-rounds.server";
import { Button } from "../button";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { RecordList, type RecordRow } from "../record-list";
import { Tag } from "../tag";
import { roundPath, stepPath, termsPath } from "./round-paths";
import { deadlinesLine, schoolCount, STANDING } from "./round-words";

type Props = { view: RoundListView; told: string | null };

/** The rounds of an organisation, those being prepared first. */
export function RoundsPage({ view, told }: Props) {
  const { organisation, drafts, rounds } = view;
  const { key } = organisation;
  return (
    <Page
      title="Review rounds"
      caption={organisation.name}
      above={told === null ? null : <Notice>{told}</Notice>}
      lede="A round offers a questionnaire to the schools you choose. Nothing is sent before you have seen all of it on one page."
    >
      <Form method="post" className="ir-actions">
        <Button name="intent" value="start">
          Prepare a round
        </Button>
        <Link to={termsPath(key)}>Terms and holidays</Link>
      </Form>
      {drafts.length === 0 ? null : (
        <section className="ir-section" aria-labelledby="drafts">
          <h2 className="ir-h2" id="drafts">
            Being prepared
          </h2>
          <RecordList
            rows={drafts.map(({ id, title, touchedAt }) => ({
              key: id,
              title: title === "" ? "A round without a name yet" : title,
              to: stepPath(key, id, "questionnaire"),
              note: `Changed ${formatDateTime(touchedAt)}`,
              icon: "pencil",
            }))}
          />
        </section>
      )}
      <section className="ir-section" aria-labelledby="rounds">
        <h2 className="ir-h2" id="rounds">
          Rounds
        </h2>
        {rounds.length === 0 ? (
          <p className="ir-body">No round has been opened. The ones you open will stand here.</p>
        ) : (
          <RecordList rows={rounds.map((round) => roundRow(round, key))} />
        )}
      </section>
    </Page>
  );
}

type Round = RoundListView["rounds"][number];

function roundRow(round: Round, key: string): RecordRow {
  const [colour, words] = STANDING[round.standing];
  return {
    key: round.id,
    title: round.title,
    to: roundPath(key, round.id),
    note: `${deadlinesLine(round)}. ${countsLine(round)}`,
    state: <Tag colour={colour}>{words}</Tag>,
  };
}

/** Expected, invited and joined are told apart. */
function countsLine({ rolling, schools }: Round): string {
  const { expected, invited, joined } = schools;
  const parts = rolling
    ? [`${joined} joined`, `${invited} invited and not joined`]
    : [`${schoolCount(invited + joined)} invited`];
  if (expected > 0) parts.push(`${expected} where nobody works yet`);
  return parts.join(", ");
}
