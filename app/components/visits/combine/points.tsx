import type { ReactNode } from "react";
import { LONGEST_POINT, MOST_POINTS } from "~/domain/visit/three-oclock";
import { NOTE_KINDS } from "~/domain/visit/states";
import { NOTE_BUTTON_WORDS } from "~/domain/visit/view-words";
import type { NewPoint } from "~/forms/visit-record";
import type { CombineView, PointView } from "~/services/visits/combine-view.server";
import { Button } from "../../button";
import { Details } from "../../details";
import { Checkbox } from "../../form/checkbox";
import { Select } from "../../form/select";
import { TextArea } from "../../form/text-area";
import { Icon } from "../../icon";
import { boxId, KeptArea, KeptSelect, type Boxes } from "../record/kept-box";

type PointsProps = { view: CombineView; boxes: Boxes };

const KINDS = NOTE_KINDS.map((value) => ({ value, label: NOTE_BUTTON_WORDS[value] }));
const COUNT_WORDS = ["", "this point", "these two", "these three", "these four", "these five"];

/** Three o'clock: up to five points, in the order they are said. */
export function Points({ view, boxes }: PointsProps) {
  const { points, hosts, open } = view;
  return (
    <section className="ir-section ir-panel" aria-labelledby="three-oclock">
      <h2 className="ir-h2" id="three-oclock">
        Three o’clock: up to five points to say
      </h2>
      <p className="ir-hint">
        {hosts.length === 0 ? "" : `To ${hosts.join(" and ")}. `}The record may hold nothing that
        was not said on the day.
      </p>
      {points.length === 0 ? <p>No points yet. Add them from your notes below.</p> : null}
      <ol className="ir-points">
        {points.map((point, index) => (
          <Point key={point.id} point={point} index={index} view={view} boxes={boxes} />
        ))}
      </ol>
      {open ? (
        <>
          <p className="ir-names-warning">
            <Icon name="eye" />
            <span>
              No names of children or staff. A worry about a child goes to the headteacher or
              safeguarding lead, never in here.
            </span>
          </p>
          {points.map(({ id }) => (
            <input key={id} type="hidden" name="shown" value={id} />
          ))}
          {points.length === 0 ? null : (
            <Checkbox
              id={boxId("said")}
              name="said"
              value="yes"
              label={`We said ${COUNT_WORDS[points.length] ?? "these points"}, and nothing else will be in the record`}
              error={boxes.errors?.["said"]}
            />
          )}
        </>
      ) : null}
    </section>
  );
}

function Point({ point, index, view, boxes }: PointsProps & { point: PointView; index: number }) {
  const { id, kind, key, text } = point;
  const last = index === view.points.length - 1;
  const isWrong = boxes.errors?.[`${id}.text`] !== undefined;
  return (
    <li>
      <p>{text}</p>
      <p className="ir-hint">
        {NOTE_BUTTON_WORDS[kind]}, {key}
      </p>
      {view.open ? (
        <Details
          summary={
            <>
              Move or change<Hidden> point {index + 1}</Hidden>
            </>
          }
          open={isWrong}
        >
          <div className="ir-button-row">
            {index === 0 ? null : <Act act={`up:${id}`} words="Move up" about={index + 1} />}
            {last ? null : <Act act={`down:${id}`} words="Move down" about={index + 1} />}
            <Act act={`take-out:${id}`} words="Take out" about={index + 1} />
          </div>
          <KeptArea
            boxes={boxes}
            name={`${id}.text`}
            label={`Point ${index + 1}`}
            limit={LONGEST_POINT}
          />
          <KeptSelect boxes={boxes} name={`${id}.kind`} label="It is about" choices={KINDS} />
          <KeptSelect
            boxes={boxes}
            name={`${id}.key`}
            label="Statement or section"
            choices={focusChoices(view)}
          />
          <Act act="save" words="Save" about={index + 1} />
        </Details>
      ) : null}
    </li>
  );
}

const Hidden = ({ children }: { children: ReactNode }) => (
  <span className="govuk-visually-hidden">{children}</span>
);

const Act = ({ act, words, about }: { act: string; words: string; about: number }) => (
  <Button name="act" value={act} secondary>
    {words}
    <Hidden> point {about}</Hidden>
  </Button>
);

const focusChoices = ({ focus }: CombineView) =>
  focus.map(({ key, title }) => ({ value: key, label: `${key}, ${title}` }));

type AddProps = PointsProps & { typed: NewPoint | null };

/** Points come from filed notes, or are typed. */
export function AddPoints({ view, boxes, typed }: AddProps) {
  if (view.points.length >= MOST_POINTS) return null;
  return (
    <section className="ir-section" aria-labelledby="add">
      <h2 className="ir-h2" id="add">
        Add a point
      </h2>
      <Details summary={`From the notes (${view.notes.length})`} open={view.points.length === 0}>
        {view.notes.length === 0 ? <p>No filed notes are left.</p> : null}
        <ul className="ir-plain-list">
          {view.notes.map(({ id, text, kind, key, by }) => (
            <li className="ir-list-row" key={id}>
              <div className="ir-list-main">
                <p>{text}</p>
                <p className="ir-hint">
                  {NOTE_BUTTON_WORDS[kind]}, {key}, {by}
                </p>
              </div>
              <Button name="act" value={`note:${id}`} secondary>
                Add<Hidden>: {text.slice(0, 60)}</Hidden>
              </Button>
            </li>
          ))}
        </ul>
      </Details>
      <Details summary="Type one" open={boxes.errors?.["new.text"] !== undefined}>
        <TextArea
          key={typed?.text ?? ""}
          id={boxId("new.text")}
          name="new.text"
          label="A point to say"
          limit={LONGEST_POINT}
          hint={`Up to ${LONGEST_POINT} characters`}
          warnNames
          defaultValue={typed?.text ?? ""}
          error={boxes.errors?.["new.text"]}
        />
        <Select
          id={boxId("new.kind")}
          name="new.kind"
          label="It is about"
          choices={KINDS}
          defaultValue={typed?.kind}
        />
        <Select
          id={boxId("new.key")}
          name="new.key"
          label="Statement or section"
          choices={focusChoices(view)}
          defaultValue={typed?.key}
        />
        <Button name="act" value="add" secondary>
          Add the point
        </Button>
      </Details>
    </section>
  );
}
