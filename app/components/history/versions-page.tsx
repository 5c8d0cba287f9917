import { Link } from "@remix-run/react";
import type { VersionsView } from "~/services/answering/views";
import { ClosedPanel } from "../answering/closed-panel";
import { reviewPath, sectionPath } from "../answering/review-path";
import { overTimePath } from "../over-time/over-time-paths";
import { Page, type Back } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { removeDetailsPath } from "../remove-details/remove-paths";
import { comparedSittings } from "./compared";
import type { RestoreTold } from "./restore-told";
import { SittingCard } from "./sitting-card";
import type { PartLabels } from "./version-words";

type VersionsPageProps = {
  view: VersionsView;
  /** The id that every restore of this page starts its save id with. */
  saveId: string;
  restored: boolean;
  /** Why a version was not put back; null where none was tried, or it was. */
  told: RestoreTold | null;
};

/** Earlier versions of one answer, newest first, by person and sitting. Putting one back loses nothing. */
export function VersionsPage({ view, saveId, restored, told }: VersionsPageProps) {
  const { response, key, title, text, current } = view;
  const sittings = comparedSittings(view.sittings);
  const restoring = response.editable.ok ? { base: current.revision, saveId } : null;
  const back = backOf(view);
  return (
    <Page
      template="thing"
      title={`Earlier versions of ${title}`}
      caption={back.label === response.title ? undefined : response.title}
      back={back}
      above={told ? <Told told={told} /> : restored ? <Restored /> : null}
      lede={text === title ? null : text}
    >
      <ClosedPanel response={response} />
      <p className="ir-hint">
        {sittings.length === 0
          ? "Nothing has been saved here yet. Each save will stand here, with who wrote it and when."
          : "Underlined words are new since the version before. Putting a version back is a new save: nothing is lost."}
      </p>
      {sittings.length === 0 ? null : (
        <p className="ir-body">
          <Link to={removePath(view)}>A name is in here: remove it</Link>
        </p>
      )}
      <p className="ir-body">
        <Link to={overTimePath({ urn: response.urn, responseId: response.id }, key)}>
          What your school signed here over time
        </Link>
      </p>
      <div className="ir-section ir-stack">
        {sittings.map((sitting) => (
          <SittingCard
            key={sitting.last.version.revision}
            sitting={sitting}
            labels={labelsOf(view)}
            restoring={restoring}
          />
        ))}
      </div>
    </Page>
  );
}

const removePath = ({ response, key }: VersionsView): string =>
  removeDetailsPath({ urn: response.urn, responseId: response.id }, { answer: key });

const Restored = () => (
  <Notice>Put back as a new save. What stood before it is still in the list.</Notice>
);

/** Nothing was put back: why, and what to do. */
function Told({ told }: { told: RestoreTold }) {
  return (
    <div role="alert">
      {told.kind === "refused" ? (
        <Panel kind="caution" title="Nothing was put back" id="told">
          <p>{told.summary}.</p>
        </Panel>
      ) : (
        <Panel kind="conflict" title={`${told.byName} saved this while you were looking`} id="told">
          <p>
            Nothing was put back. What was saved {told.when} is now first in the list. Read it, then
            put a version back if you still want to.
          </p>
        </Panel>
      )}
    </div>
  );
}

/** A section has a headline, a point of a one-page form an answer, every other statement a level. */
function labelsOf({ key, response }: VersionsView): PartLabels {
  if (key.startsWith("section:")) return { level: "Headline", commentary: "How do you know?" };
  const level = response.layout === "one-page" ? "Answer" : "Level";
  return { level, commentary: "Words" };
}

function backOf({ response, section, key }: VersionsView): Back {
  const { urn, id, layout, title } = response;
  if (section === "" || layout === "one-page") return { to: reviewPath(response), label: title };
  const anchor = key.startsWith("section:") ? "sum-up" : key;
  return { to: `${sectionPath({ urn, id, section })}#${anchor}`, label: `Section ${section}` };
}
