import { ACTION_STATES } from "~/domain/action/states";
import { termWords } from "~/domain/action/action-words";
import { planByTerm } from "~/domain/action/plan-order";
import { whoReads } from "~/domain/policy/who-sees";
import { ButtonLink } from "../button";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { ActionCard, type ShownAction } from "./action-card";
import { newActionPath, planPath } from "./action-paths";
import { actionState } from "./action-words";
import { MoveConflict, type RefusedMove } from "./move-conflict";
import { PlanAsksPanels, type PlanAsks } from "./plan-asks";
import { PlanNotice, type JustDone } from "./plan-notice";

export type PlanView = PlanAsks & {
  school: { urn: string; name: string };
  actions: ShownAction[];
  mayEdit: boolean;
};

type PlanPageProps = {
  view: PlanView;
  justDone: JustDone;
  refused: RefusedMove | null;
};

/** The school's action plan, term by term. */
export function PlanPage({ view, justDone, refused }: PlanPageProps) {
  const { school, actions, mayEdit } = view;
  const standing = actions.filter(({ carriedOn }) => !carriedOn);
  return (
    <Page
      template="reading"
      title="Action plan"
      caption={school.name}
      above={
        refused ? <MoveConflict {...refused} /> : <PlanNotice actions={actions} {...justDone} />
      }
      lede="What your school will do, by term, with what matters most first. Each action has a role that leads it and a way to know that it worked."
      side={
        <>
          <Standing actions={standing} />
          {actions.length === 0 ? null : <Copies urn={school.urn} />}
          <WhoCanSeeThis sentences={whoReads("action-plan")} />
        </>
      }
    >
      <PlanAsksPanels asks={view} urn={school.urn} />
      {mayEdit ? (
        <p className="ir-body">
          <ButtonLink to={newActionPath(school.urn)}>Add an action</ButtonLink>
        </p>
      ) : null}
      {actions.length === 0 ? <Empty mayEdit={mayEdit} /> : null}
      {planByTerm(standing).map(({ term, actions: held }) => (
        <Group key={term} title={termWords(term)} view={view} actions={held} />
      ))}
      <Group
        title="Carried on into a later round"
        view={view}
        actions={actions.filter(({ carriedOn }) => carriedOn)}
      />
    </Page>
  );
}

type GroupProps = { title: string; view: PlanView; actions: readonly ShownAction[] };

function Group({ title, view: { school, mayEdit }, actions }: GroupProps) {
  if (actions.length === 0) return null;
  return (
    <section className="ir-section">
      <h2 className="ir-h2">{title}</h2>
      <div className="ir-stack">
        {actions.map((action) => (
          <ActionCard key={action.id} action={action} urn={school.urn} mayEdit={mayEdit} />
        ))}
      </div>
    </section>
  );
}

const Empty = ({ mayEdit }: { mayEdit: boolean }) => (
  <p className="ir-body">
    {mayEdit
      ? "No action is written yet. Add one here, or from a statement or a legal duty of a self-review."
      : "No action is written yet. The school’s team adds them."}
  </p>
);

const Copies = ({ urn }: { urn: string }) => (
  <Panel kind="side" title="Take a copy" id="copies">
    <ul className="ir-plain-list">
      <li>
        <a href={`${planPath(urn)}/plan.pdf`}>The plan as a PDF</a>
      </li>
      <li>
        <a href={`${planPath(urn)}/plan.csv`}>The plan as a table (CSV)</a>
      </li>
    </ul>
  </Panel>
);

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
