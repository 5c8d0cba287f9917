import { Form } from "@remix-run/react";
import { LONGEST_REASON } from "~/domain/visit/combine";
import { MOST_PRACTICES, MOST_SUGGESTIONS } from "~/domain/visit/record-limits";
import { MODERATED_VIEWS } from "~/domain/visit/states";
import { NOTE_KIND_WORDS, VIEW_WORDS } from "~/domain/visit/view-words";
import type { RecordView } from "~/services/visits/record-view.server";
import { Button } from "../../button";
import { LevelWord } from "../../levels/level-mark";
import { NamesQuestion } from "../../form/names-question";
import { NamesWarning } from "../../form/names-warning";
import { KeptArea, KeptLine, KeptSelect, type Boxes } from "./kept-box";

type WriteFormProps = { view: RecordView; boxes: Boxes; asksNames: boolean };

/** What the reviewers write, with the limits that keep the record on two pages. */
export function WriteForm({ view, boxes, asksNames }: WriteFormProps) {
  const { limits, record, maySend } = view;
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="form" value="write" />
      <NamesWarning />
      {record.corrections === "" ? null : (
        <div className="ir-field">
          <h2 className="ir-h3">The school asks you to put right</h2>
          <p className="ir-as-typed">{record.corrections}</p>
        </div>
      )}
      <KeptArea boxes={boxes} name="whatWeDid" label="What we did" limit={limits.whatWeDid} />
      {record.findings.map((finding) => (
        <FindingBoxes key={finding.key} finding={finding} view={view} boxes={boxes} />
      ))}
      <h2 className="ir-h2">Suggestions, up to three</h2>
      {places(MOST_SUGGESTIONS).map((place) => (
        <fieldset className="ir-record-group" key={place}>
          <legend className="ir-h3">Suggestion {place}</legend>
          <KeptArea
            boxes={boxes}
            name={`s${place}.text`}
            label="What you suggest"
            limit={limits.suggestion}
            rows={2}
          />
          <KeptLine boxes={boxes} name={`s${place}.help`} label="Who might help" />
          <KeptSelect boxes={boxes} name={`s${place}.key`} label="About" choices={about(view)} />
        </fieldset>
      ))}
      <h2 className="ir-h2">Practice worth sharing</h2>
      <p className="ir-hint">The school says whether it agrees to be named for it.</p>
      {places(MOST_PRACTICES).map((place) => (
        <fieldset className="ir-record-group" key={place}>
          <legend className="ir-h3">Practice {place}</legend>
          <KeptArea
            boxes={boxes}
            name={`p${place}.text`}
            label="What others could learn from"
            limit={limits.practice}
            rows={2}
          />
          <KeptSelect boxes={boxes} name={`p${place}.key`} label="About" choices={about(view)} />
        </fieldset>
      ))}
      {asksNames ? <NamesQuestion id="namesConfirmed" name="namesConfirmed" /> : null}
      <div className="ir-button-row">
        <Button name="act" value="save" secondary={maySend}>
          Save
        </Button>
        {maySend ? (
          <Button name="act" value="send">
            Send to the school
          </Button>
        ) : null}
      </div>
      {maySend ? null : <p className="ir-hint">The lead reviewer sends it to the school.</p>}
    </Form>
  );
}

const places = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1);

const about = ({ record }: RecordView) => [
  { value: "", label: "Choose a statement or section" },
  ...record.findings.map(({ key, title }) => ({ value: key, label: `${key}, ${title}` })),
];

const VIEWS = MODERATED_VIEWS.map((value) => ({ value, label: VIEW_WORDS[value] }));

type FindingProps = Pick<WriteFormProps, "view" | "boxes"> & {
  finding: RecordView["record"]["findings"][number];
};

function FindingBoxes({ finding, view, boxes }: FindingProps) {
  const { key, title, selfLevel } = finding;
  const limit = view.limits.finding;
  const level = view.record.levels.find(({ code }) => code === selfLevel) ?? null;
  return (
    <fieldset className="ir-record-group" data-item={key}>
      <legend className="ir-h2">
        {key}. {title}
      </legend>
      <p className="ir-school-said">
        The school said <LevelWord level={level} />
      </p>
      <KeptSelect boxes={boxes} name={`${key}.view`} label="Moderated view" choices={VIEWS} />
      <div className="ir-view-reason">
        <KeptArea
          boxes={boxes}
          name={`${key}.reason`}
          label="Why?"
          limit={LONGEST_REASON}
          rows={2}
        />
      </div>
      <KeptArea boxes={boxes} name={`${key}.saw`} label={NOTE_KIND_WORDS.saw} limit={limit} />
      <KeptArea
        boxes={boxes}
        name={`${key}.worksWell`}
        label={NOTE_KIND_WORDS["works-well"]}
        limit={limit}
      />
      <KeptArea
        boxes={boxes}
        name={`${key}.wondered`}
        label={NOTE_KIND_WORDS.wondered}
        limit={limit}
      />
    </fieldset>
  );
}
