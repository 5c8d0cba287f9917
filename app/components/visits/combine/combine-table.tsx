import { LONGEST_REASON } from "~/domain/visit/combine";
import { MODERATED_VIEWS } from "~/domain/visit/states";
import { VIEW_WORDS } from "~/domain/visit/view-words";
import type { CombineRowView, CombineView } from "~/services/visits/combine-view.server";
import { LevelWord } from "../../levels/level-mark";
import { KeptArea, KeptSelect, type Boxes } from "../record/kept-box";
import { Said } from "./views-page";
import { ViewWord } from "./view-word";

type CombineTableProps = { view: CombineView; boxes: Boxes };

/** What the school said, each reviewer, and what they agree (look/18). */
export function CombineTable({ view, boxes }: CombineTableProps) {
  return (
    <section className="ir-section" aria-labelledby="agreed">
      <h2 className="ir-h2" id="agreed">
        The views side by side
      </h2>
      {view.rows.map((row) => (
        <CombineRow key={row.key} row={row} view={view} boxes={boxes} />
      ))}
      <p className="ir-hint">
        The view is of the level the school chose. A reason is asked for where yours differs from
        it.
      </p>
    </section>
  );
}

const CHOICES = MODERATED_VIEWS.map((value) => ({ value, label: VIEW_WORDS[value] }));

function CombineRow({ row, view, boxes }: CombineTableProps & { row: CombineRowView }) {
  const { key, title, level, views, agreed, common } = row;
  return (
    <div className="ir-combine-row" data-item={key}>
      <h3 className="ir-h3">
        {key} <span className="ir-combine-title">{title}</span>
      </h3>
      <dl className="ir-combine-said">
        <Said term="The school said" value={<LevelWord level={level} />} />
        {view.reviewers.map(({ name }, index) => {
          const said = views[index];
          return (
            <Said
              key={name}
              term={name}
              value={<ViewWord view={said?.view ?? "not-looked-at"} />}
              reason={said?.reason}
            />
          );
        })}
        {view.open ? null : (
          <Said term="Agreed" value={<ViewWord view={agreed.view || "not-looked-at"} />} />
        )}
      </dl>
      {view.open ? (
        <div className="ir-combine-agreed">
          <KeptSelect
            boxes={boxes}
            name={`${key}.view`}
            label={`${key}: agreed`}
            start={common}
            choices={
              common === "" ? [{ value: "", label: "Choose together" }, ...CHOICES] : CHOICES
            }
          />
          <div className="ir-view-reason">
            <KeptArea
              boxes={boxes}
              name={`${key}.reason`}
              label={`${key}: why?`}
              limit={LONGEST_REASON}
              rows={2}
              warnNames
            />
          </div>
        </div>
      ) : null}
    </div>
  );
}
