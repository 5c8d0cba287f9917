import { Form, Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { SchoolsFilter, SchoolsPage } from "~/domain/round/list-schools";
import { OWNERSHIP_TITLES } from "~/domain/visit/ownership-words";
import { schemePath } from "~/forms/confirmations";
import type { RoundFactsView, RoundSchoolView } from "~/services/rounds/view-round.server";
import { Button, ButtonLink } from "../button";
import { Details } from "../details";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { SummaryTable, type SummaryRow } from "../summary-table";
import { Tag } from "../tag";
import { remindersPath, roundPath, roundsPath } from "./round-paths";
import { RoundSchools } from "./round-schools";
import { deadlinesLine, monthCount, schoolCount, STANDING } from "./round-words";

type Props = {
  organisation: { key: string; name: string };
  round: RoundFactsView;
  list: SchoolsPage<RoundSchoolView>;
  filter: SchoolsFilter;
  told: string | null;
};

/** One round: what it asks, how far its schools are, and what its manager can do. */
export function RoundPage({ organisation, round, list, filter, told }: Props) {
  const [colour, words] = STANDING[round.standing];
  return (
    <Page
      title={round.title}
      caption={`${organisation.name}, review round`}
      back={{ to: roundsPath(organisation.key), label: "Review rounds" }}
      above={told === null ? null : <Notice>{told}</Notice>}
      lede={
        <>
          <Tag colour={colour}>{words}</Tag> {deadlinesLine(round)}.
        </>
      }
    >
      <Acts organisationKey={organisation.key} round={round} list={list} />
      <Details summary="What this round asks, and how">
        <SummaryTable rows={factRows(round)} />
      </Details>
      <RoundSchools organisationKey={organisation.key} round={round} list={list} filter={filter} />
      <Ending round={round} />
    </Page>
  );
}

type ActsProps = { organisationKey: string } & Pick<Props, "round" | "list">;

function Acts({ organisationKey, round, list }: ActsProps) {
  const waiting = list.counts.find(({ shows }) => shows === "not-invited")?.count ?? 0;
  const isOpen = round.closedAt === null;
  return (
    <>
      <p className="ir-actions">
        {isOpen ? (
          <ButtonLink secondary to={`${roundPath(organisationKey, round.id)}/add`}>
            Add schools
          </ButtonLink>
        ) : null}
        <Link to={`/organisations/${organisationKey}/returns?round=${round.id}`}>
          See the returns
        </Link>
        {round.rolling ? (
          <Link to={schemePath({ key: organisationKey, roundId: round.id })}>Confirm schools</Link>
        ) : (
          <Link to={remindersPath(organisationKey, round.id)}>Reminders</Link>
        )}
      </p>
      {isOpen && waiting > 0 ? <Waiting count={waiting} /> : null}
    </>
  );
}

const Waiting = ({ count }: { count: number }) => (
  <Form method="post" className="ir-panel">
    <p>
      {schoolCount(count)} of this round: nobody works there yet. They are not invited and never
      late, and are invited by themselves when somebody leads them.
    </p>
    <Button secondary name="intent" value="invite">
      Invite those that somebody leads by now
    </Button>
  </Form>
);

function factRows(round: RoundFactsView): SummaryRow[] {
  const { questionnaire, sections, chooseAtLeast, sharedWith, message } = round;
  const named = sections?.map(({ key, title }) => `${key} ${title}`).join(", ");
  const asked = named ?? "The whole questionnaire";
  const chosen = `The school chooses at least ${chooseAtLeast ?? 0} of ${named ?? "all sections"}`;
  return [
    { term: "Questionnaire", value: `${questionnaire.title}, version ${questionnaire.number}` },
    { term: "Asked", value: chooseAtLeast === null ? asked : chosen },
    { term: "Opens on", value: formatDate(round.opensOn) },
    ...(round.rolling
      ? [{ term: "A confirmation holds for", value: monthCount(round.validityMonths ?? 0) }]
      : []),
    {
      term: "Signing",
      value: round.governorSigns ? "Headteacher, then a governor" : "Headteacher",
    },
    { term: "Record of a visit", value: OWNERSHIP_TITLES[round.visitOwnership] },
    { term: "Shared with", value: sharedWith.length === 0 ? "Nobody else" : sharedWith.join(", ") },
    {
      term: "Message",
      value: message === "" ? "None" : <span className="ir-as-typed">{message}</span>,
    },
  ];
}

/** Closing stands folded away, with what it does. */
function Ending({ round }: Pick<Props, "round">) {
  if (round.closedAt !== null) {
    return (
      <Form method="post" className="ir-section">
        <p className="ir-body">
          Closed on {formatDate(round.closedAt)}. Opening it again puts everything back where it
          was, and schools are told.
        </p>
        <Button secondary name="intent" value="reopen">
          Open the round again
        </Button>
      </Form>
    );
  }
  return (
    <Details summary="Close this round">
      <Form method="post">
        <p>
          Nothing can be answered or signed after it, in any school, and all are told. What is
          signed stands. What waits for a governor stands without that signature. What is not signed
          stays with the school to read and print. You can open the round again.
        </p>
        <Button secondary name="intent" value="close">
          Close the round for every school
        </Button>
      </Form>
    </Details>
  );
}
