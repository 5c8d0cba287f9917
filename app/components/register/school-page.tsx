import { Link } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type {
  LinkedView,
  SchoolPageView,
  SchoolRoundView,
} from "~/services/register/view-school.server";
import { Page } from "../page";
import { RecordList } from "../record-list";
import { SummarySection, type SummaryRow } from "../summary-table";
import { StateTag } from "../tag";
import { VisitRows } from "../visits/visit-rows";
import { GROUP_WORDS } from "./group-words";
import { schoolPath, schoolsPath } from "./register-paths";
import { StandingTag } from "./schools-page";

type Props = { view: SchoolPageView };

/** A school as its organisation knows it: register, who is in charge, rounds, visits, and what came before it. */
export function SchoolPage({ view }: Props) {
  const { organisation, school, visits } = view;
  return (
    <Page
      title={school.name}
      caption={`URN ${school.urn}${dfeNumber(view)}`}
      back={{ to: schoolsPath(organisation.key), label: "Schools" }}
      lede={<StandingTag standing={view.standing} />}
    >
      <SummarySection id="register" title="From the register" rows={registerRows(view)} />
      <InCharge view={view} />
      <Links view={view} />
      <Rounds view={view} />
      <section className="ir-section" aria-labelledby="visits">
        <h2 className="ir-h2" id="visits">
          Visits
        </h2>
        {visits.length === 0 ? (
          <p className="ir-body">No visit yet.</p>
        ) : (
          <VisitRows visits={visits} titleOf={({ roundTitle }) => roundTitle} />
        )}
      </section>
      <p className="ir-body">
        You see how a self-review stands, never the words of a draft, and nothing of what the school
        keeps to itself.
      </p>
    </Page>
  );
}

/** ", DfE number 886/2088", as schools write it. */
const dfeNumber = ({ school: { laCode, establishmentNumber } }: SchoolPageView): string =>
  establishmentNumber === null ? "" : `, DfE number ${laCode}/${establishmentNumber}`;

function registerRows({ school, groups }: SchoolPageView): SummaryRow[] {
  const { telephone, officeEmail, lowAge, highAge, openedOn, closedOn } = school;
  const recorded = (value: string | null) =>
    value === null || value === "" ? "Not recorded" : value;
  return [
    { term: "Status", value: recorded(school.status) },
    {
      term: "Phase and type",
      value: recorded([school.phaseName, school.typeName].filter(Boolean).join(", ")),
    },
    {
      term: "Ages",
      value: lowAge === null || highAge === null ? "Not recorded" : `${lowAge} to ${highAge}`,
    },
    { term: "Pupils", value: school.pupils ?? "Not recorded" },
    {
      term: "Address",
      value: recorded([school.street, school.town, school.postcode].filter(Boolean).join(", ")),
    },
    { term: "District", value: recorded(school.district) },
    { term: "Authority", value: recorded(school.laName) },
    { term: "Trust", value: recorded(school.trustName) },
    {
      term: "Groups",
      value:
        groups.length === 0
          ? "None"
          : groups
              .map(({ kind, name }) => `${name} (${GROUP_WORDS[kind].one.toLowerCase()})`)
              .join(", "),
    },
    {
      term: "Office",
      value:
        telephone === null ? (
          "No number recorded"
        ) : (
          <a href={`tel:${telephone.replaceAll(" ", "")}`}>{telephone}</a>
        ),
      note: officeEmail === null ? null : <a href={`mailto:${officeEmail}`}>{officeEmail}</a>,
    },
    ...(openedOn === null ? [] : [{ term: "Opened", value: formatDate(openedOn) }]),
    ...(closedOn === null ? [] : [{ term: "Closed", value: formatDate(closedOn) }]),
  ];
}

const ROLE_WORDS = { head: "Headteacher", coordinator: "Coordinator" } as const;

function InCharge({ view: { inCharge } }: Props) {
  return (
    <section className="ir-section" aria-labelledby="in-charge">
      <h2 className="ir-h2" id="in-charge">
        In charge
      </h2>
      {inCharge.length === 0 ? (
        <p className="ir-body">Nobody of this school is here yet.</p>
      ) : (
        <ul className="ir-plain-list">
          {inCharge.map(({ name, email, role, title }) => (
            <li key={`${email} ${role}`}>
              {name}, {title ?? ROLE_WORDS[role].toLowerCase()},{" "}
              <a href={`mailto:${email}`}>{email}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Links({ view: { before, after, organisation } }: Props) {
  if (before.length + after.length === 0) return null;
  const row = (word: string) => (one: LinkedView) => (
    <li key={`${word} ${one.urn}`}>
      {word}{" "}
      {one.covered ? <Link to={schoolPath(organisation.key, one.urn)}>{one.name}</Link> : one.name},
      URN {one.urn}
      {one.on === null ? "" : `, ${formatDate(one.on)}`}
      {one.takenOver ? ". Open work and people were taken over." : ""}
    </li>
  );
  return (
    <section className="ir-section" aria-labelledby="links">
      <h2 className="ir-h2" id="links">
        Before and after
      </h2>
      <ul className="ir-plain-list">
        {before.map(row("Came from"))}
        {after.map(row("Went on as"))}
      </ul>
    </section>
  );
}

function Rounds({ view: { rounds, organisation } }: Props) {
  return (
    <section className="ir-section" aria-labelledby="rounds">
      <h2 className="ir-h2" id="rounds">
        Review rounds
      </h2>
      {rounds.length === 0 ? (
        <p className="ir-body">This school has been in no round yet.</p>
      ) : (
        <RecordList
          rows={rounds.map((round) => ({
            key: round.responseId,
            title: round.roundTitle + (round.closed ? " (closed)" : ""),
            ...(round.signed === null
              ? {}
              : { to: `/organisations/${organisation.key}/returns/${round.responseId}` }),
            note: roundNote(round),
            state: <StateTag state={round.state} />,
          }))}
        />
      )}
    </section>
  );
}

function roundNote({ signed, heldBy }: SchoolRoundView): string {
  const copy =
    signed === null ? "No signed copy" : `Signed copy ${signed.number}, ${formatDate(signed.at)}`;
  return heldBy === null ? copy : `${copy}, by ${heldBy}`;
}
