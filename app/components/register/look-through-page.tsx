import { Form, Link } from "@remix-run/react";
import { formatDateTime } from "~/domain/calendar/format";
import type { Shown } from "~/domain/register/compared";
import type { ImportView } from "~/services/register/view-import.server";
import { Button } from "../button";
import { Details } from "../details";
import { Page } from "../page";
import { schoolCount } from "../rounds/round-words";
import { Notice } from "../panels/notice";
import { importedPath, importPath, schoolPath } from "./register-paths";

const TITLES: Record<Shown, string> = {
  added: "Added",
  changed: "Changed",
  closed: "Closed",
  links: "Came before and after",
  ignored: "Left out, with the reason",
};

type Props = { view: ImportView; refusal: string | null; told: string | null };

/** What a file would do to the register, every field of it, before it does anything; afterwards what it did. */
export function LookThroughPage({ view, refusal, told }: Props) {
  const { organisation, state, at } = view;
  const waits = state === "waiting";
  const notice = refusal ?? told;
  return (
    <Page
      title={waits ? "Look through before anything changes" : "What the file changed"}
      caption={organisation.name}
      back={{ to: importPath(organisation.key), label: "Bring the register up to date" }}
      above={notice === null ? null : <Notice>{notice}</Notice>}
      lede={
        waits
          ? `The file was compared with the register on ${formatDateTime(at)}. Nothing has changed yet.`
          : `Done on ${formatDateTime(at)}.`
      }
    >
      <Tiles view={view} />
      {waits ? <Apply view={view} /> : null}
      <section className="ir-section" aria-labelledby="listed">
        <h2 className="ir-h2" id="listed">
          {TITLES[view.shown]}
        </h2>
        <Listed view={view} />
        <Paging view={view} />
      </section>
      <NotOurs view={view} />
    </Page>
  );
}

type PartProps = { view: ImportView };

const counted = ({ summary, shown }: ImportView, one: Shown = shown): number =>
  one === "ignored"
    ? Object.values(summary.ignoredCounts).reduce((sum, each) => sum + each, 0)
    : summary[one];

function Tiles({ view }: PartProps) {
  const to = (shown: Shown) => `${importedPath(view.organisation.key, view.id)}?show=${shown}`;
  const shown: readonly Shown[] = ["added", "changed", "closed", "links", "ignored"];
  return (
    <>
      <ul className="ir-tiles ir-state-tiles" aria-label="What the file does">
        {shown.map((one) => (
          <li className="ir-tile" key={one}>
            <span className="ir-tile-figure">{counted(view, one)}</span>{" "}
            <Link to={to(one)} aria-current={view.shown === one ? "true" : undefined}>
              {TITLES[one]}
            </Link>
          </li>
        ))}
      </ul>
      <p className="ir-body">
        {view.summary.unchanged === 1
          ? "1 stays as it is"
          : `${view.summary.unchanged} stay as they are`}
        , of {view.summary.lines} lines of schools
        {view.summary.linkLines === 0 ? "" : ` and ${view.summary.linkLines} of links`}.
      </p>
    </>
  );
}

function Apply({ view }: PartProps) {
  const { added, changed, closed, links } = view.summary;
  if (view.stale) {
    return (
      <p className="ir-body">
        The register has changed since.{" "}
        <Link to={importPath(view.organisation.key)}>Send the file again</Link> to compare it anew.
      </p>
    );
  }
  if (added + changed + closed + links === 0) {
    return <p className="ir-body">The register is up to date: the file changes nothing.</p>;
  }
  return (
    <Form method="post" className="ir-section">
      <p className="ir-body">All of it is done at once, or none of it.</p>
      <Button>Change the register</Button>
    </Form>
  );
}

function Listed({ view }: PartProps) {
  if (counted(view) === 0) return <p className="ir-body">None.</p>;
  if (view.shown === "links") {
    return (
      <ul className="ir-plain-list">
        {view.links.map(({ from, to, on }) => (
          <li key={`${from} ${to}`}>
            {from} came before {to}
            {on === null ? "" : `, from ${on}`}
          </li>
        ))}
      </ul>
    );
  }
  if (view.shown === "ignored") {
    return (
      <ul className="ir-plain-list">
        {view.ignored.map(({ line, urn, name, reason }) => (
          <li key={`${line} ${urn} ${reason}`}>
            Line {line}: {name}, URN {urn}: {reason}
          </li>
        ))}
      </ul>
    );
  }
  return <Lines view={view} />;
}

function Lines({ view }: PartProps) {
  return (
    <table className="ir-table ir-table-stacked">
      <caption className="govuk-visually-hidden">{TITLES[view.shown]}</caption>
      <thead>
        <tr>
          <th scope="col">School</th>
          <th scope="col">Line</th>
          <th scope="col">{view.shown === "added" ? "Where" : "What changes"}</th>
        </tr>
      </thead>
      <tbody>
        {view.lines.map(({ urn, name, line, town, changes }) => (
          <tr key={urn}>
            <th scope="row">
              {view.shown === "added" && view.state === "waiting" ? (
                name
              ) : (
                <Link to={schoolPath(view.organisation.key, urn)}>{name}</Link>
              )}
              <span className="ir-summary-note ir-muted">URN {urn}</span>
            </th>
            <td data-heading="Line">{line}</td>
            <td data-heading={view.shown === "added" ? "Where" : "What changes"}>
              {view.shown === "added" ? town : null}
              {changes.map(({ label, from, to }) => (
                <span className="ir-summary-note" key={label}>
                  {label}: {from} → {to}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Paging({ view: { organisation, id, shown, page, pages } }: PartProps) {
  if (pages === 1) return null;
  const to = (number: number) =>
    `${importedPath(organisation.key, id)}?show=${shown}&page=${number}`;
  return (
    <p className="ir-body">
      Page {page} of {pages}. {page > 1 ? <Link to={to(page - 1)}>Previous page</Link> : null}{" "}
      {page < pages ? <Link to={to(page + 1)}>Next page</Link> : null}
    </p>
  );
}

function NotOurs({ view: { summary } }: PartProps) {
  const elsewhere = summary.elsewhere.reduce((sum, { lines }) => sum + lines, 0);
  return (
    <>
      {elsewhere === 0 ? null : (
        <Details summary={`${schoolCount(elsewhere)} of authorities you do not cover`}>
          <ul className="ir-plain-list">
            {summary.elsewhere.map(({ authority, lines }) => (
              <li key={authority}>
                {authority}: {lines}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {summary.missingCount === 0 ? null : (
        <Details
          summary={
            summary.missingCount === 1
              ? "1 open school of yours is not in the file: it stays as it is"
              : `${summary.missingCount} open schools of yours are not in the file: they stay as they are`
          }
        >
          <ul className="ir-plain-list">
            {summary.missing.map(({ urn, name }) => (
              <li key={urn}>
                {name}, URN {urn}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
