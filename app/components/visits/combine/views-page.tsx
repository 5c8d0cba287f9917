import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { LONGEST_REASON } from "~/domain/visit/combine";
import { MODERATED_VIEWS } from "~/domain/visit/states";
import { VIEW_WORDS } from "~/domain/visit/view-words";
import type { ViewRowView, ViewsView } from "~/services/visits/views-page.server";
import { Button } from "../../button";
import { ErrorSummary } from "../../form/error-summary";
import { NamesQuestion } from "../../form/names-question";
import { Radios } from "../../form/radios";
import { TextArea } from "../../form/text-area";
import { LevelWord } from "../../levels/level-mark";
import { Notice } from "../../panels/notice";
import { VisitPage } from "../visit-page";
import { visitPagePath } from "../visit-paths";
import { boxId } from "../record/kept-box";
import { ViewWord } from "./view-word";

type Typed = Readonly<Record<string, { view: string; reason: string }>>;

type ViewsPageProps = {
  view: ViewsView;
  errors: Readonly<Record<string, string>>;
  typed: Typed | null;
  asksNames: boolean;
  saved: boolean;
};

/** A reviewer's own views, given before the other's are seen where the round asks. */
export function ViewsPage({ view, errors, typed, asksNames, saved }: ViewsPageProps) {
  const isWriting = view.open && !view.given;
  return (
    <VisitPage
      title="Your views"
      caption={captionOf(view)}
      lede="The view is of the level the school chose. A reason is asked for where yours differs from it."
      hasBox={isWriting}
      whoCanSee={view.whoCanSee}
      above={
        <>
          <ErrorSummary errors={summaryOf(errors)} />
          {saved ? <Notice>Saved. Only you see them until you give them.</Notice> : null}
        </>
      }
    >
      {isWriting ? (
        <ViewsForm view={view} errors={errors} typed={typed} asksNames={asksNames} />
      ) : (
        <GivenViews view={view} />
      )}
    </VisitPage>
  );
}

function captionOf({ given, other, viewsFirst }: ViewsView): string {
  if (given) return "Given";
  if (!viewsFirst || other === null) return "Each gives a view of their own";
  return other.given ? `${other.name} has given theirs` : `You see ${other.name}’s after both`;
}

const summaryOf = (errors: Readonly<Record<string, string>>) =>
  Object.entries(errors).map(([name, text]) => ({ fieldId: boxId(name), text }));

function ViewsForm({ view, errors, typed, asksNames }: Omit<ViewsPageProps, "saved">) {
  return (
    <Form method="post" noValidate>
      {view.rows.map((row) => (
        <ViewRow key={row.key} row={row} error={errors[`${row.key}.reason`]} typed={typed} />
      ))}
      {asksNames ? <NamesQuestion id="namesConfirmed" name="namesConfirmed" /> : null}
      <div className="ir-button-row">
        <Button name="act" value="save" secondary>
          Keep for now
        </Button>
        <Button name="act" value="give">
          Give my views
        </Button>
      </div>
      <p className="ir-hint">Once given, they do not change.</p>
    </Form>
  );
}

const CHOICES = [...MODERATED_VIEWS].map((value) => ({ value, label: VIEW_WORDS[value] }));

type RowProps = { row: ViewRowView; error: string | undefined; typed: Typed | null };

function ViewRow({ row, error, typed }: RowProps) {
  const { key, title, level, mine } = row;
  const shown = typed?.[key] ?? mine;
  return (
    <div className="ir-view-row" data-item={key}>
      <Radios
        id={boxId(`${key}.view`)}
        name={`${key}.view`}
        legend={`${key}. ${title}`}
        hint={<SchoolSaid level={level} />}
        choices={CHOICES}
        chosen={shown.view}
      />
      <div className="ir-view-reason">
        <TextArea
          id={boxId(`${key}.reason`)}
          name={`${key}.reason`}
          label={`${key}: why does yours differ?`}
          limit={LONGEST_REASON}
          hint={`Up to ${LONGEST_REASON} characters`}
          rows={2}
          warnNames
          defaultValue={shown.reason}
          error={error}
        />
      </div>
    </div>
  );
}

const SchoolSaid = ({ level }: Pick<ViewRowView, "level">) => (
  <span className="ir-school-said">
    The school said <LevelWord level={level} />
  </span>
);

function GivenViews({ view }: { view: ViewsView }) {
  const { rows, other, seesOther, given, visitId } = view;
  return (
    <>
      {given ? (
        <p>Your views are given, and stay as they are.</p>
      ) : (
        <p>Nothing is to be given now.</p>
      )}
      {seesOther || other === null ? null : (
        <p>You see {other.name}’s views once they are given too.</p>
      )}
      {rows.map(({ key, title, level, mine, other: theirs }) => (
        <div className="ir-combine-row" key={key} data-item={key}>
          <h2 className="ir-h3">
            {key}. {title}
          </h2>
          <dl className="ir-combine-said">
            <Said term="The school said" value={<LevelWord level={level} />} />
            <Said term="You" value={<ViewWord view={mine.view} />} reason={mine.reason} />
            {other !== null && theirs !== null ? (
              <Said
                term={other.name}
                value={<ViewWord view={theirs.view} />}
                reason={theirs.reason}
              />
            ) : null}
          </dl>
        </div>
      ))}
      <p>
        <Link to={visitPagePath(visitId, "combine")}>Combine your views</Link>
      </p>
    </>
  );
}

type SaidProps = { term: string; value: ReactNode; reason?: string };

export const Said = ({ term, value, reason = "" }: SaidProps) => (
  <div>
    <dt>{term}</dt>
    <dd>
      {value}
      {reason === "" ? null : <p className="ir-hint">{reason}</p>}
    </dd>
  </div>
);
