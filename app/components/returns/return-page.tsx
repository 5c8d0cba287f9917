import { Link } from "@remix-run/react";
import type { Snapshot } from "~/domain/submission/snapshot";
import { dutyDigest, helpWanted, type PlacedItem } from "~/domain/submission/snapshot-digest";
import type { SignOffKind } from "~/domain/submission/states";
import { formatDate } from "~/domain/calendar/format";
import { returnsAddress } from "~/forms/returns-filter";
import type { ActionTitle } from "~/services/actions/list-titles.server";
import { Page } from "../page";
import { itemAnchor } from "../reading/section-anchor";
import { SnapshotReading } from "../reading/snapshot-reading";
import { removeDetailsPath } from "../remove-details/remove-paths";
import { fileFacts } from "../signing/document-card";
import { RemovedLine } from "../signing/removed-line";
import { Signatures } from "../signing/signatures";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { PlanToday } from "./plan-today";

/** What the page shows: `openReturn` of app/services/returns. */
export type ReturnPageView = {
  organisation: { key: string };
  responseId: string;
  roundId: string;
  roundTitle: string;
  snapshot: Snapshot;
  signatures: { name: string; title: string; kind: SignOffKind; reason: string | null; at: Date }[];
  document: { pages: number; size: number } | null;
  /** How its actions stand today, by title. */
  plan: ActionTitle[];
  /** When personal details were last removed, and the check code of what was signed; null: never. */
  removed: { at: Date; signedSha256: string } | null;
  mayRemoveDetails: boolean;
  /** Who can see this copy. */
  seenBy: string[];
};

/** A signed copy as an officer reads it: what to read first, then all of it. */
export function ReturnPage({ view }: { view: ReturnPageView }) {
  const { snapshot, organisation, roundId, roundTitle } = view;
  const { school, number, reference } = snapshot;
  const place = [school.phase, school.district ?? school.localAuthority, `URN ${school.urn}`];
  return (
    <Page
      title={school.name}
      caption={`Signed copy ${number}${signedOn(view)}, reference ${reference}`}
      lede={place.filter(Boolean).join(", ")}
      back={{ to: returnsAddress(organisation.key, { round: roundId }), label: roundTitle }}
    >
      <p className="ir-body">
        <PdfLink view={view} />
      </p>
      <ReadFirst snapshot={snapshot} />
      <PlanToday plan={view.plan} />
      <SnapshotReading snapshot={snapshot} />
      <Signatures view={view} />
      <RemovedLine view={view} />
      {view.mayRemoveDetails ? (
        <p className="ir-section">
          <Link to={removePath(view)}>A name is in here: remove it</Link>
        </p>
      ) : null}
      <WhoCanSeeThis sentences={view.seenBy} />
    </Page>
  );
}

const removePath = ({ snapshot, responseId }: ReturnPageView): string =>
  removeDetailsPath({ urn: snapshot.school.urn, responseId });

function signedOn({ signatures }: ReturnPageView): string {
  const last = signatures.at(-1);
  return last === undefined ? "" : `, ${formatDate(last.at)}`;
}

function PdfLink({ view: { document, organisation, responseId } }: { view: ReturnPageView }) {
  if (document === null) return "The signed PDF is being made.";
  return (
    <>
      <a href={`/organisations/${organisation.key}/returns/${responseId}/pdf`}>Signed PDF</a>,{" "}
      {fileFacts(document).replace("PDF, ", "")}
    </>
  );
}

/** Legal duties and help wanted, before the levels. */
function ReadFirst({ snapshot }: { snapshot: Snapshot }) {
  const duties = dutyDigest(snapshot);
  const help = helpWanted(snapshot);
  return (
    <section>
      <h2 className="ir-h2">Read this first</h2>
      <div className="ir-sides">
        {duties === null ? null : (
          <div className="ir-card">
            <h3 className="ir-h3">
              Legal duties: {duties.yes} Yes, {duties.partly} Partly, {duties.no} No
            </h3>
            <Statements items={duties.open} none="All of them are answered Yes." words="dutyNote" />
          </div>
        )}
        <div className="ir-card">
          <h3 className="ir-h3">Help wanted: {help.length}</h3>
          <Statements items={help} none="The school asks for none." />
        </div>
      </div>
    </section>
  );
}

type StatementsProps = { items: readonly PlacedItem[]; none: string; words?: "dutyNote" };

function Statements({ items, none, words }: StatementsProps) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <ul className="ir-reading-list">
      {items.map(({ item }) => (
        <li key={item.key}>
          <a href={`#${itemAnchor(item.key)}`}>{item.key}</a> {item.short}
          {words && item[words] ? `: “${item[words]}”` : ""}
        </li>
      ))}
    </ul>
  );
}
