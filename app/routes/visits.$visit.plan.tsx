import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { PlanPage } from "~/components/visits/plan-page";
import { visitPagePath } from "~/components/visits/visit-paths";
import type { Actor } from "~/domain/policy/actor";
import { readPlanForm, type TypedPlan } from "~/forms/visit-plan";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { saveDay, type DayOutcome } from "~/services/visits/save-day.server";
import {
  agreePlan,
  reopenPlan,
  savePlan,
  type PlanOutcome,
} from "~/services/visits/save-plan.server";
import { viewPlan } from "~/services/visits/view-plan.server";

export const handle = { visitNav: "plan", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Plan of a visit - Inclusion Review" }];

/** A refused change is shown beside the plan as it stands now. */
export const shouldRevalidate = () => true;

/** What the visit looks at and how the day goes. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const plan = await orErrorPage(context, viewPlan(context.app, actor, { visitId }));
  return { plan, done: new URL(request.url).searchParams.get("done"), visit: plan.heading };
}

/** Saves or agrees what is looked at, opens it again, or saves the lines of the day. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const typed = readPlanForm(await request.formData());
  const outcome = await orErrorPage(context, step(context.app, actor, { visitId, typed }));
  const sent = { typed, problems: [], theirs: null, theirLines: null };
  switch (outcome.kind) {
    case "done":
      return redirect(`${visitPagePath(visitId, "plan")}?done=${outcome.done}`);
    case "problems":
      return data({ ...sent, problems: outcome.problems }, { status: 422 });
    case "conflict":
      return "version" in outcome
        ? data(
            { ...sent, theirs: { fields: outcome.theirs, version: outcome.version } },
            { status: 409 },
          )
        : data({ ...sent, theirLines: outcome.theirs }, { status: 409 });
  }
}

type Asked = { visitId: string; typed: TypedPlan };

async function step(
  app: App,
  actor: Actor,
  { visitId, typed }: Asked,
): Promise<PlanOutcome | DayOutcome> {
  const { intent, version, fields, lines, namesConfirmed } = typed;
  switch (intent) {
    case "save":
      return savePlan(app, actor, { visitId, version, fields, namesConfirmed });
    case "agree":
      return agreePlan(app, actor, { visitId, version, fields, namesConfirmed });
    case "reopen":
      await reopenPlan(app, actor, { visitId });
      return { kind: "done", done: "plan-opened" };
    case "save-day":
      return saveDay(app, actor, { visitId, lines, namesConfirmed });
    case null:
      throw new AppError("bad-request");
  }
}

export default function VisitPlan() {
  const { plan, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  return <PlanPage plan={plan} done={done} sent={sent} />;
}
