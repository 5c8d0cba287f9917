import { Form, Link } from "@remix-run/react";
import type { Clash } from "~/domain/visit/three-way";
import type { NewPoint } from "~/forms/visit-record";
import type { CombineView } from "~/services/visits/combine-view.server";
import { Button, ButtonLink } from "../../button";
import { ErrorSummary } from "../../form/error-summary";
import { NamesQuestion } from "../../form/names-question";
import { Notice } from "../../panels/notice";
import { ClashPanel } from "../record/clash-panel";
import { boxId, type Boxes } from "../record/kept-box";
import { VisitPage } from "../visit-page";
import { visitPagePath } from "../visit-paths";
import { CombineTable } from "./combine-table";
import { boxWords } from "./combine-words";
import { AddPoints, Points } from "./points";

export type SentCombine = {
  typed: Record<string, string>;
  errors: { name: string; text: string }[];
  clashes: Clash[];
  added: NewPoint | null;
  asksNames: boolean;
};

type CombinePageProps = { view: CombineView; sent: SentCombine | null; saved: boolean };

/** Both views, the agreed one, and the points to say; one form, so that no button loses what is typed. */
export function CombinePage({ view, sent, saved }: CombinePageProps) {
  const boxes: Boxes = {
    stands: standing(view),
    ...(sent === null ? {} : { typed: sent.typed, errors: errorsOf(sent) }),
  };
  return (
    <VisitPage
      title="Combine your views"
      caption={captionOf(view)}
      hasBox={view.open}
      whoCanSee={view.whoCanSee}
      above={
        <>
          <ErrorSummary
            errors={(sent?.errors ?? []).map(({ name, text }) => ({ fieldId: boxId(name), text }))}
          />
          {saved ? <Notice>Saved. The other reviewer sees it too.</Notice> : null}
        </>
      }
    >
      <ClashPanel clashes={sent?.clashes ?? []} typed={sent?.typed ?? {}} nameOf={boxWords} />
      {view.open ? (
        <Form method="post" noValidate>
          <FirstButton />
          <Views view={view} boxes={boxes} />
          <Points view={view} boxes={boxes} />
          {sent?.asksNames === true ? (
            <NamesQuestion id="namesConfirmed" name="namesConfirmed" />
          ) : null}
          <div className="ir-button-row">
            {view.points.length === 0 ? null : (
              <Button name="act" value="draft">
                Draft the record from these
              </Button>
            )}
            <Button name="act" value="save" secondary>
              Save
            </Button>
          </div>
          {view.dayHasCome ? null : (
            <p className="ir-hint">The record is drafted on the day of the visit or after it.</p>
          )}
          <AddPoints view={view} boxes={boxes} typed={sent?.added ?? null} />
        </Form>
      ) : (
        <Reading view={view} boxes={boxes} />
      )}
    </VisitPage>
  );
}

/** The Enter key presses the first button of a form, which therefore only saves. */
const FirstButton = () => (
  <button
    className="govuk-visually-hidden"
    name="act"
    value="save"
    tabIndex={-1}
    aria-hidden="true"
  >
    Save
  </button>
);

function captionOf({ reviewers, hidden }: CombineView): string {
  const names = reviewers.map(({ name }) => name).join(" and ");
  return hidden === null && reviewers.every(({ given }) => given)
    ? `${names}, each gave a view first`
    : names;
}

function Views({ view, boxes }: { view: CombineView; boxes: Boxes }) {
  if (view.hidden === null) return <CombineTable view={view} boxes={boxes} />;
  const views = visitPagePath(view.visitId, "views");
  const other = view.reviewers.find(({ isYou }) => !isYou);
  return view.hidden === "your-view-first" ? (
    <section className="ir-section">
      <p>This round asks for each view before the other’s is seen.</p>
      <ButtonLink to={views}>Give your views</ButtonLink>
    </section>
  ) : (
    <p>
      You see both side by side once {other?.name ?? "the other reviewer"} has given theirs.{" "}
      <Link to={views}>Read yours</Link>
    </p>
  );
}

const Reading = ({ view, boxes }: { view: CombineView; boxes: Boxes }) => (
  <>
    {view.hasRecord ? (
      <p>
        The record has drafted itself from these.{" "}
        <Link to={visitPagePath(view.visitId, "record")}>Open the record</Link>
      </p>
    ) : (
      <p>Views are combined once the plan is agreed.</p>
    )}
    {view.hidden === null ? <CombineTable view={view} boxes={boxes} /> : null}
    <Points view={view} boxes={boxes} />
  </>
);

function standing({ rows, points }: CombineView): Record<string, string> {
  return Object.fromEntries([
    ...rows.flatMap(({ key, agreed }) => [
      [`${key}.view`, agreed.view],
      [`${key}.reason`, agreed.reason],
    ]),
    ...points.flatMap(({ id, kind, key, text }) => [
      [`${id}.text`, text],
      [`${id}.kind`, kind],
      [`${id}.key`, key],
    ]),
  ]) as Record<string, string>;
}

const errorsOf = ({ errors }: SentCombine): Record<string, string> =>
  Object.fromEntries(errors.map(({ name, text }) => [name, text]));
