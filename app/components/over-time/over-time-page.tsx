import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { OverTimeView, SignedRoundView } from "~/services/over-time/views";
import { Page } from "../page";
import { schoolPath, signedPath } from "../signing/review-paths";
import { movedWords } from "./moved-words";
import { overTimePath } from "./over-time-paths";
import { OverTimeTable } from "./over-time-table";

/** More columns than these cannot be read side by side. */
const SHOWN = 6;

/** What the school signed of one questionnaire, round by round. A line stops, in words, wherever it is not comparable. */
export function OverTimePage({ view }: { view: OverTimeView }) {
  const { urn, schoolName, title, rounds } = view;
  return (
    <Page
      title={`${title}: your answers over time`}
      caption={schoolName}
      back={{ to: schoolPath(urn), label: schoolName }}
      lede={ledeOf(view)}
    >
      {rounds.length === 0 ? null : <Signed view={view} />}
      <p className="ir-body ir-section">Only people of your school can open this page.</p>
    </Page>
  );
}

function ledeOf({ rounds, moved }: OverTimeView): string {
  if (rounds.length === 0)
    return "Nothing has been signed yet. Once it is, each signed copy stands here beside the one before.";
  if (rounds.length === 1)
    return "One copy has been signed so far. The next one you sign will stand beside it.";
  return movedWords(moved);
}

function Signed({ view }: { view: OverTimeView }) {
  const from = Math.max(0, view.rounds.length - SHOWN);
  const rounds = view.rounds.slice(from);
  const shown = ({ cells, ...line }: OverTimeView["numbers"][number]) => ({
    ...line,
    cells: cells.slice(from),
  });
  return (
    <>
      <Copies view={view} rounds={rounds} hidden={from} />
      {view.sections.map(({ key, title, headline, lines }) => (
        <OverTimeTable
          key={key}
          id={`section-${key}`}
          caption={`${key}. ${title}`}
          first="Statement"
          rounds={rounds}
          lines={[
            ...(headline ? [{ ...headline, title: "Headline of the section" }] : []),
            ...lines,
          ].map(shown)}
        />
      ))}
      {view.numbers.length === 0 ? null : (
        <OverTimeTable
          id="numbers"
          caption="Numbers"
          first="What was asked"
          rounds={rounds}
          lines={view.numbers.map(shown)}
        />
      )}
      {view.gone.length === 0 ? null : (
        <OverTimeTable
          id="gone"
          caption="No longer asked"
          first="What was asked"
          rounds={rounds}
          lines={view.gone.map(shown)}
        />
      )}
    </>
  );
}

type CopiesProps = { view: OverTimeView; rounds: readonly SignedRoundView[]; hidden: number };

function Copies({ view, rounds, hidden }: CopiesProps) {
  const { urn } = view;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">What was signed</h2>
      <ul className="ir-reading-list">
        {rounds.map(({ responseId, number, title, signedAt, version }) => (
          <li key={`${responseId} ${number}`}>
            <Link to={`${signedPath({ urn, responseId }, number)}/read`}>
              {title}, signed {formatDate(signedAt)}
            </Link>
            , version {version} of the questionnaire
          </li>
        ))}
      </ul>
      {hidden === 0 ? null : (
        <p className="ir-body">
          {hidden === 1 ? "One earlier copy is" : `${hidden} earlier copies are`} in the table you
          can download.
        </p>
      )}
      <p className="ir-body">
        <a href={`${overTimePath(view)}.csv`} download>
          Download as a table (CSV)
        </a>
      </p>
    </section>
  );
}
