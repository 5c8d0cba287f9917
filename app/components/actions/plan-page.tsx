import { Link } from "@remix-run/react";
import { ACTION_STATES } from "~/domain/action/states";
import { whoReads } from "~/domain/policy/who-sees";
import { ButtonLink } from "../button";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { ActionCard, type ShownAction } from "./action-card";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { newActionPath } from "./action-paths";
import { actionState, termWords } from "./action-words";
import { MoveConflict, type RefusedMove } from "./move-conflict";
import { planByTerm } from "./plan-order";

export type PlanView = {
  school: { urn: string; name: string };
  actions: ShownAction[];
  mayEdit: boolean;
};

type PlanPageProps = {
  view: PlanView;
  /** The action that was just added, changed or moved. */
  saved: string | null;
  refused: RefusedMove | null;
};

/** The school's action plan, term by term. */
export function PlanPage({ view, saved, refused }: PlanPageProps) {
  const { school, actions, mayEdit } = view;
  return (
    <Page
      template="reading"
      title="Action plan"
      caption={school.name}
      above={refused ? <MoveConflict {...refused} /> : <Saved view={view} id={saved} />}
      lede="What your school will do, by term, with what matters most first. Each action has a role that leads it and a way to know that it worked."
      side={
        <>
          <Standing actions={actions} />
          <WhoCanSeeThis sentences={whoReads("action-plan")} />
        </>
      }
    >
      {mayEdit ? (
        <p className="ir-body">
          <ButtonLink to={newActionPath(school.urn)}>Add an action</ButtonLink>
        </p>
      ) : null}
      {actions.length === 0 ? <Empty mayEdit={mayEdit} /> : null}
      {planByTerm(actions).map(({ term, actions: held }) => (
        <section className="ir-section" key={term}>
          <h2 className="ir-h2">{termWords(term)}</h2>
          <div className="ir-stack">
            {held.map((action) => (
              <ActionCard key={action.id} action={action} urn={school.urn} mayEdit={mayEdit} />
            ))}
          </div>
        </section>
      ))}
    </Page>
  );
}

const Empty = ({ mayEdit }: { mayEdit: boolean }) => (
  <p className="ir-body">
    {mayEdit
      ? "No action is written yet. Add one here, or from a statement or a legal duty of a self-review."
      : "No action is written yet. The school’s team adds them."}
  </p>
);

function Saved({ view, id }: { view: PlanView; id: string | null }) {
  const action = view.actions.find((each) => each.id === id);
  if (action === undefined) return null;
  const { word } = actionState(action.state);
  return (
    <Notice>
      Saved: <Link to={`#action-${action.id}`}>{action.title}</Link>. It stands as “{word}”.
    </Notice>
  );
}

function Standing({ actions }: { actions: readonly ShownAction[] }) {
  const counts = ACTION_STATES.map((state) => ({
    state,
    count: actions.filter((action) => action.state === state).length,
  }));
  return (
    <Panel kind="side" title="Where it stands" id="standing">
      <ul className="ir-side-list">
        {counts.map(({ state, count }) => (
          <li key={state}>
            <span className="ir-side-count">{count}</span>
            <span>{actionState(state).word}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
