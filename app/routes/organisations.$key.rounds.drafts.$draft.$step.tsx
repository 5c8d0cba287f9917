import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { DraftPage } from "~/components/rounds/draft-page";
import { stepPath } from "~/components/rounds/round-paths";
import { STEP_TITLES } from "~/components/rounds/round-words";
import type { PageHandle } from "~/components/shell/page-handle";
import { readVersion } from "~/forms/action";
import { readAnswers, readStep } from "~/forms/round-draft";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { saveStep } from "~/services/rounds/drafts.server";
import { viewDraft } from "~/services/rounds/view-draft.server";

export const handle = { organisationNav: "rounds" } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded === undefined ? "A round" : STEP_TITLES[loaded.step]} - Inclusion Review` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", draft: draftId = "" } = params;
  const view = await orErrorPage(context, viewDraft(context.app, actor, { key, draftId }));
  const step = stepOf(params["step"], context.requestId);
  const warned = step === "dates" && view.warnings.length > 0;
  const isAsked = new URL(request.url).searchParams.has("warned");
  return { view, organisation: view.organisation, step, warned: warned && isAsked };
}

function stepOf(name: string | undefined, requestId: string) {
  const step = readStep(name);
  if (step === null) throw toErrorResponse(new AppError("not-found"), requestId);
  return step;
}

/** Keeps what was typed first of all; only then is it judged. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", draft: draftId = "" } = params;
  const { app } = context;
  const at = { key, draftId };
  await orErrorPage(context, viewDraft(app, actor, at));
  const step = stepOf(params["step"], context.requestId);
  const form = await request.formData();
  const typed = readAnswers(step, form);
  const version = readVersion(form);
  const saving = saveStep(app, actor, { ...at, version, step, typed });
  const saved = await orErrorPage(context, saving);
  const here = stepPath(key, draftId, step);
  const problem = saved.ok ? null : saved.problem;
  if (problem?.kind === "conflict") {
    const answer = { typed, version: problem.version, problems: [], conflict: true };
    return data(answer, { status: 409 });
  }
  if (form.get("intent") === "count") return redirect(here);
  if (problem !== null) {
    const { problems, version: now } = problem;
    return data({ typed, version: now, problems, conflict: false }, { status: 422 });
  }
  const next = saved.ok ? saved.value : null;
  if (step === "dates") {
    const { warnings } = await orErrorPage(context, viewDraft(app, actor, at));
    if (warnings.length > 0) return redirect(`${here}?warned=1`);
  }
  return redirect(stepPath(key, draftId, next ?? "check"));
}

export default function Draft() {
  const { view, step, warned } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <DraftPage
      key={step}
      step={step}
      view={view}
      draft={{ ...view.draft, ...sent?.typed }}
      version={sent?.version ?? view.version}
      problems={sent?.problems ?? []}
      conflict={sent?.conflict ?? false}
      warned={warned && sent === undefined}
    />
  );
}
