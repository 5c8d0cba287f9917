import { Form } from "@remix-run/react";
import { recordLimits } from "~/domain/visit/record-limits";
import type { BothViewsView } from "~/services/visits/close-both-view.server";
import { Button } from "../../button";
import { ErrorSummary } from "../../form/error-summary";
import { NamesQuestion } from "../../form/names-question";
import { Notice } from "../../panels/notice";
import { VisitPage } from "../visit-page";
import { visitPagePath } from "../visit-paths";
import { ClashPanel } from "./clash-panel";
import { boxId, KeptArea, KeptLine, type Boxes } from "./kept-box";
import { recordBoxWords } from "./problem-words";
import type { SentRecord } from "./record-page";

type BothViewsPageProps = { view: BothViewsView; sent: SentRecord | null; saved: boolean };

/** Each side writes how it sees it; the visit closes with both recorded and a third person named. */
export function BothViewsPage({ view, sent, saved }: BothViewsPageProps) {
  const { side, otherView, visitId } = view;
  const limits = recordLimits(1);
  const boxes: Boxes = {
    stands: { view: view.view, thirdPerson: view.thirdPerson },
    ...(sent === null
      ? {}
      : {
          typed: sent.typed,
          errors: Object.fromEntries(sent.errors.map(({ name, text }) => [name, text])),
        }),
  };
  const [yours, theirs] =
    side === "schoolView"
      ? ["How the school sees it", "The reviewers’ view"]
      : ["How the reviewers see it", "The school’s view"];
  return (
    <VisitPage
      title="Close with both views recorded"
      caption={view.schoolName}
      back={{ to: visitPagePath(visitId, "record"), label: "The record" }}
      lede="Nobody has to give way. Both views stand in the record as they were written, with somebody both may turn to."
      hasBox
      whoCanSee={view.whoCanSee}
      above={
        <>
          <ErrorSummary
            errors={(sent?.errors ?? []).map(({ name, text }) => ({ fieldId: boxId(name), text }))}
          />
          {saved ? <Notice>Saved. The other side sees it too.</Notice> : null}
        </>
      }
    >
      <ClashPanel clashes={sent?.clashes ?? []} typed={sent?.typed ?? {}} nameOf={recordBoxWords} />
      <section className="ir-field" id={boxId("otherView")} tabIndex={-1}>
        <h2 className="ir-h3">{theirs}</h2>
        <p className="ir-as-typed">{otherView === "" ? "Not written yet." : otherView}</p>
      </section>
      <Form method="post" noValidate>
        <KeptArea boxes={boxes} name="view" label={yours} limit={limits.bothViews} warnNames />
        <KeptLine
          boxes={boxes}
          name="thirdPerson"
          label="Whom both may turn to"
          hint="Name and role, for instance a head both trust"
        />
        {sent?.asksNames === true ? (
          <NamesQuestion id="namesConfirmed" name="namesConfirmed" />
        ) : null}
        <div className="ir-button-row">
          <Button name="act" value="save" secondary>
            Save
          </Button>
          <Button name="act" value="close">
            Close with both views
          </Button>
        </div>
        <p className="ir-hint">Closing freezes the record. It cannot be changed after this.</p>
      </Form>
    </VisitPage>
  );
}
