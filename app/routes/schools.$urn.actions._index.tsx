import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { originPath, savedPath } from "~/components/actions/action-paths";
import { PlanPage } from "~/components/actions/plan-page";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { readCount, readMove, readOrigin } from "~/forms/action";
import { AppError } from "~/platform/app-error.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { moveAction } from "~/services/actions/change-action.server";
import { listActions } from "~/services/actions/list-actions.server";

export const handle = { nav: "action-plan" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Action plan - Inclusion Review" }];

/** A refused move is shown beside the plan as it stands now; Remix would keep the old one after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const { searchParams } = new URL(request.url);
  const origin = readOrigin(searchParams);
  // What an action is for in the address asks for the form of a new action for it.
  if (origin) return redirect(originPath(urn, origin));
  const view = await orErrorPage(context, listActions(context.app, actor, { urn }));
  const { school } = view;
  const heading = schoolHeading({ urn: school.urn, schoolName: school.name });
  const justDone = {
    saved: searchParams.get("saved"),
    carried: readCount(searchParams.get("carried")),
  };
  return { view, justDone, school: heading };
}

/** Moves an action on: one button for each state it can take. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const move = readMove(await request.formData());
  const moved = move
    ? moveAction(context.app, actor, { urn, ...move })
    : Promise.reject(new AppError("bad-request"));
  const outcome = await orErrorPage(context, moved);
  if (outcome.kind === "conflict" && move) {
    return data({ to: move.to, theirs: outcome.theirs }, { status: 409 });
  }
  return redirect(savedPath(urn, move?.actionId ?? ""));
}

export default function ActionPlan() {
  const { view, justDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return <PlanPage view={view} justDone={justDone} refused={refused} />;
}
