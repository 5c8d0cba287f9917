import { Form, Link } from "@remix-run/react";
import { wasName } from "~/forms/visit-record";
import type { RecordView } from "~/services/visits/record-view.server";
import { Button } from "../../button";
import { NamesQuestion } from "../../form/names-question";
import { NamesWarning } from "../../form/names-warning";
import { Radios } from "../../form/radios";
import { visitPagePath } from "../visit-paths";
import { boxId, KeptArea, type Boxes } from "./kept-box";

type AnswerFormProps = { view: RecordView; boxes: Boxes; asksNames: boolean };

const CONSENT = [
  { value: "yes", label: "Yes, we agree to be named for it" },
  { value: "no", label: "No, it stays with this record" },
];

/** The school's side: what is not accurate, its own words, consent, and its head's agreement. */
export function AnswerForm({ view, boxes, asksNames }: AnswerFormProps) {
  const { limits, answer, mayAgree, mayCloseWithBothViews, governors } = view;
  if (answer === null) return null;
  return (
    <section className="ir-section" aria-labelledby="your-side">
      <h2 className="ir-h2" id="your-side">
        Your side
      </h2>
      <Form method="post" noValidate>
        <input type="hidden" name="form" value="answer" />
        <NamesWarning />
        <KeptArea
          boxes={boxes}
          name="corrections"
          label="What is not accurate, if anything"
          limit={limits.corrections}
        />
        <KeptArea
          boxes={boxes}
          name="schoolWords"
          label="Your own words, which close the record"
          limit={limits.schoolWords}
          rows={5}
        />
        {answer.practices.map(({ id, key, text }) => (
          <Consent key={id} id={id} text={`${key}: ${text}`} boxes={boxes} />
        ))}
        {asksNames ? <NamesQuestion id="namesConfirmed" name="namesConfirmed" /> : null}
        <div className="ir-button-row">
          <Button name="act" value="save" secondary>
            Save
          </Button>
          <Button name="act" value="send-back" secondary>
            Ask for it to be put right
          </Button>
          {mayAgree ? (
            <Button name="act" value="agree">
              Agree the record
            </Button>
          ) : null}
        </div>
        <p className="ir-hint">
          {mayAgree
            ? "Agreeing freezes the record. It is signed after that, and cannot be changed."
            : "Your headteacher agrees the record."}
        </p>
        {governors === null ? null : (
          <div className="ir-button-row">
            <Button name="act" value={governors.shared ? "unshare" : "share"} secondary>
              {governors.shared ? "Stop sharing with governors" : "Share with governors now"}
            </Button>
          </div>
        )}
      </Form>
      {mayCloseWithBothViews ? <CannotAgree visitId={view.visitId} /> : null}
    </section>
  );
}

type ConsentProps = { id: string; text: string; boxes: Boxes };

function Consent({ id, text, boxes }: ConsentProps) {
  const name = `consent.${id}`;
  const stands = boxes.stands[name] ?? "";
  return (
    <>
      <Radios
        id={boxId(name)}
        name={name}
        legend="May this practice be shared with other schools?"
        hint={text}
        choices={CONSENT}
        chosen={boxes.typed?.[name] ?? stands}
      />
      <input type="hidden" name={wasName(name)} value={stands} />
    </>
  );
}

export const CannotAgree = ({ visitId }: { visitId: string }) => (
  <p>
    <Link to={visitPagePath(visitId, "record/both-views")}>
      You cannot agree? Close with both views recorded
    </Link>
  </p>
);
