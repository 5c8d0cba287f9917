import { Form } from "@remix-run/react";
import { formatTime } from "~/domain/calendar/format";
import type { VersionsView, VersionView } from "~/services/answering/views";
import { dutyAnswerWord } from "../answering/duty-words";
import { dayWords, momentWords } from "../answering/moment-words";
import { reviewPath, sectionPath } from "../answering/review-path";
import { Button } from "../button";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { Tag } from "../tag";

type VersionsPageProps = {
  view: VersionsView;
  now: Date;
  /** What putting a version back came to, when it was not written. */
  problem: string | null;
  restored: boolean;
};

/** Earlier versions of one answer, by person and sitting. Nothing is ever lost by putting one back. */
export function VersionsPage({ view, now, problem, restored }: VersionsPageProps) {
  const { response, title, text, sittings } = view;
  return (
    <Page
      template="thing"
      title={`Earlier versions of ${title}`}
      caption={response.title}
      back={backOf(view)}
      above={<Told problem={problem} restored={restored} />}
      lede={text === title ? null : text}
    >
      {sittings.length === 0 ? (
        <p className="ir-body">Nothing has been saved here yet. Every save will stand here.</p>
      ) : null}
      {sittings.map((sitting) => (
        <section className="ir-section" key={`${sitting.by.id} ${sitting.from.toISOString()}`}>
          <h2 className="ir-h2">{sittingWords(sitting, now)}</h2>
          {sitting.saves.map((save) => (
            <Version key={save.revision} save={save} view={view} />
          ))}
        </section>
      ))}
    </Page>
  );
}

function backOf({ response, section, key }: VersionsView) {
  const { urn, id, layout, title } = response;
  if (section === "" || layout === "one-page") return { to: reviewPath(response), label: title };
  const anchor = key.startsWith("section:") ? "sum-up" : key;
  return { to: `${sectionPath({ urn, id, section })}#${anchor}`, label: `Section ${section}` };
}

/** "Tom Okafor, today, 20:40 to 20:53". */
function sittingWords({ by, from, to }: VersionsView["sittings"][number], now: Date): string {
  const [start, end] = [formatTime(from), formatTime(to)];
  const day = momentWords(to, now).startsWith("today") ? "today" : dayWords(to, now);
  return `${by.name}, ${day}, ${start === end ? start : `${start} to ${end}`}`;
}

function Told({ problem, restored }: Pick<VersionsPageProps, "problem" | "restored">) {
  if (problem !== null) {
    return (
      <div role="alert">
        <Panel kind="caution">
          <p>{problem}</p>
        </Panel>
      </div>
    );
  }
  return restored ? (
    <div role="status">
      <Panel kind="help">
        <p>The earlier version stands again. What stood before is kept below.</p>
      </Panel>
    </div>
  ) : null;
}

const TEXTS = [
  ["commentary", null],
  ["dutyNote", "What is missing"],
  ["whereSeen", "Where someone could see this"],
  ["value", null],
] as const;

function Version({ save, view }: { save: VersionView; view: VersionsView }) {
  const { content, levelName, revision, current } = save;
  const texts = TEXTS.filter(([part]) => content[part] !== "");
  return (
    <div className="ir-card ir-version">
      <h3 className="ir-h3">
        {formatTime(save.savedAt)} {current ? <Tag colour="green">Stands now</Tag> : null}
      </h3>
      {levelName ? <p className="ir-strong">{levelName}</p> : null}
      {content.duty ? <p>Legal duty: {dutyAnswerWord(content.duty)}</p> : null}
      {texts.map(([part, label]) => (
        <div key={part}>
          {label ? <p className="ir-small ir-muted">{label}</p> : null}
          <p className="ir-words">{content[part]}</p>
        </div>
      ))}
      {texts.length === 0 && !levelName && !content.duty ? (
        <p className="ir-muted">Nothing written</p>
      ) : null}
      {current || !view.response.editable.ok ? null : (
        <Form method="post">
          <input type="hidden" name="revision" value={revision} />
          <input type="hidden" name="base" value={view.current.revision} />
          <Button secondary>
            Put this version back
            <span className="govuk-visually-hidden"> from {formatTime(save.savedAt)}</span>
          </Button>
        </Form>
      )}
    </div>
  );
}
