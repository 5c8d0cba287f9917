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
import { TodayPage } from "~/components/visits/today-page";
import { visitDonePath } from "~/components/visits/visit-paths";
import { readVisitForm, type TypedVisit, type VisitIntent } from "~/forms/visit";
import type { Actor } from "~/domain/policy/actor";
import { AppError } from "~/platform/app-error.server";
import type { App } from "~/platform/app.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { acceptAsHost, acceptAsReviewer } from "~/services/visits/accept-visit.server";
import { askForAnotherPair, declineVisit } from "~/services/visits/decline-visit.server";
import { cancelVisit, postponeVisit } from "~/services/visits/put-off.server";
import { stepBack } from "~/services/visits/step-back.server";
import { viewVisit } from "~/services/visits/view-visit.server";
import type { VisitOutcome } from "~/services/visits/views";
import { agreeDay, proposeDays } from "~/services/visits/visit-days.server";

export const handle = { visitNav: "today", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, today - Inclusion Review" }];

/** What was refused is shown beside the visit as it stands now. */
export const shouldRevalidate = () => true;

/** What is next in a visit, by when and for whom; the invitation while it is proposed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const view = await orErrorPage(context, viewVisit(context.app, actor, { visitId }));
  const done = new URL(request.url).searchParams.get("done");
  return { view, done, visit: view.heading };
}

/** One button each: yes or no, days, postponing, cancelling. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const { intent, typed } = readVisitForm(await request.formData());
  const work =
    intent === null
      ? Promise.reject(new AppError("bad-request"))
      : step(context.app, actor, { visitId, intent, typed });
  const outcome = await orErrorPage(context, work);
  if (outcome.kind === "problems")
    return data({ intent, typed, problems: outcome.problems }, { status: 422 });
  const { done } = outcome;
  // Who has left does not open the visit any more.
  if (done === "declined" || done === "stepped-back") return redirect(`/visits?done=${done}`);
  return redirect(visitDonePath(visitId, done));
}

type Asked = { visitId: string; intent: VisitIntent; typed: TypedVisit };

async function step(app: App, actor: Actor, asked: Asked): Promise<VisitOutcome> {
  const { visitId, intent, typed } = asked;
  const { words, namesConfirmed } = typed;
  switch (intent) {
    case "accept-as-reviewer":
      return acceptAsReviewer(app, actor, { visitId, noTies: typed.noTies });
    case "decline":
      await declineVisit(app, actor, { visitId, tie: typed.tie });
      return { kind: "done", done: "declined" };
    case "step-back":
      return stepBack(app, actor, { visitId, words, namesConfirmed });
    case "accept-as-host":
      await acceptAsHost(app, actor, { visitId });
      return { kind: "done", done: "host-accepted" };
    case "ask-for-another":
      await askForAnotherPair(app, actor, { visitId });
      return { kind: "done", done: "another-asked" };
    case "propose-days":
      return proposeDays(app, actor, { visitId, typed });
    case "agree-day":
      return agreeDay(app, actor, { visitId, day: typed.day });
    case "postpone":
      return postponeVisit(app, actor, { visitId, words, namesConfirmed });
    case "cancel":
      return cancelVisit(app, actor, { visitId, words, namesConfirmed });
  }
}

export default function VisitToday() {
  const { view, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  return <TodayPage visit={view} done={done} sent={sent} />;
}
