import { Link } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import type { MondayView } from "~/services/chasing/view-monday.server";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { coverPath, mondayPath, returnsPath } from "./chasing-paths";
import { countInWords } from "./count-words";
import { RingRow } from "./ring-row";

type MondayPageProps = { view: MondayView; told: string | null };

/** Whom to ring today, with number, person, why and last contact. */
export function MondayPage({ view, told }: MondayPageProps) {
  const { organisation, rings, today } = view;
  return (
    <Page
      title={titleOf(rings.length)}
      caption={`${formatDay(today)}. ${districtWords(view)}`}
      above={told === null ? null : <Notice>{told}</Notice>}
    >
      <Figures view={view} />
      {rings.length === 0 ? null : (
        <ol className="ir-ring-list">
          {rings.map((ring) => (
            <RingRow key={ring.urn} organisationKey={organisation.key} ring={ring} />
          ))}
        </ol>
      )}
      <Foot view={view} />
    </Page>
  );
}

function titleOf(count: number): string {
  if (count === 0) return "Nobody to ring today";
  return count === 1 ? "Ring this one" : `Ring these ${countInWords(count)}`;
}

function districtWords({ mine, whole, organisation }: MondayView): string {
  if (whole) return `All districts of ${organisation.name}`;
  return mine
    .map(({ district, coveredFor }) =>
      coveredFor === null ? district : `${district} (covered for ${coveredFor})`,
    )
    .join(", ");
}

function Figures({ view }: { view: MondayView }) {
  const { organisation, waiting, schools, toRead, cameBack } = view;
  const list = returnsPath(organisation.key);
  return (
    <ul className="ir-tiles ir-state-tiles" aria-label="Today">
      <li className="ir-tile">
        <span className="ir-tile-figure">{waiting}</span> to ring, out of {schools}
      </li>
      <li className="ir-tile">
        <span className="ir-tile-figure">{toRead}</span>{" "}
        <Link to={`${list}?state=submitted&district=all`}>signed and not opened yet</Link>
      </li>
      <li className="ir-tile">
        <span className="ir-tile-figure">{cameBack}</span>{" "}
        {cameBack === 1 ? "school whose e-mail came back" : "schools whose e-mail came back"}
      </li>
    </ul>
  );
}

function Foot({ view }: { view: MondayView }) {
  const { organisation, mine, whole, rings, waiting, atMost } = view;
  const { key } = organisation;
  return (
    <>
      <p className="ir-body">
        A school is on this list when writing has not helped, an e-mail came back, nobody has
        joined, it asked to be rung, a deadline has gone by, or a signature has waited 5 working
        days. The reason is always shown, and those that have waited longest come first.
      </p>
      {waiting > rings.length ? (
        <p className="ir-body">
          {waiting - rings.length} more wait. The list holds {atMost} at most.
        </p>
      ) : null}
      <ul className="ir-link-row">
        <li>
          <Link to={returnsPath(key)}>Who has returned, and who has not</Link>
        </li>
        {mine.length === 0 ? null : (
          <li>
            <Link to={mondayPath(key, { whole: !whole })}>
              {whole ? "Only my districts" : "All districts"}
            </Link>
          </li>
        )}
        <li>
          <Link to={coverPath(key)}>Away? Ask a colleague to cover</Link>
        </li>
      </ul>
    </>
  );
}
