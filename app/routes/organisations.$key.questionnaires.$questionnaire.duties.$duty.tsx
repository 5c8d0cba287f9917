import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { DutyPage, type SentDuty } from "~/components/duty-desk/duty-page";
import { dutyDeskPath } from "~/components/duty-desk/duty-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { whoSeesBeside } from "~/domain/policy/who-sees-beside";
import { readVersion } from "~/forms/action";
import { readDuty } from "~/forms/duty";
import { fieldOf } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import { applyDuty, previewDuty, type DutyRefusal } from "~/services/duties/change-duty.server";
import { viewDuty } from "~/services/duties/view-duty-desk.server";

export const handle = { organisationNav: "support" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "A duty - Inclusion Review" }];

/** The address of a duty that is not there yet. */
const NEW = "new";
const idOf = (duty: string) => (duty === NEW ? null : duty);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", questionnaire = "", duty = "" } = params;
  const at = { key, questionnaire, dutyId: idOf(duty) };
  const view = await orErrorPage(context, viewDuty(context.app, actor, at));
  const { organisation } = view;
  return { view, organisation, whoCanSee: whoSeesBeside("duties", organisation.name) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", questionnaire = "", duty = "" } = params;
  const form = await request.formData();
  const typed = readDuty(form);
  const version = readVersion(form);
  const typo = fieldOf(form, "typo") === "yes";
  const edit = { key, questionnaire, dutyId: idOf(duty), version, typed, typo };
  const sent = { typed, typo, version, problems: [], stands: null, preview: null };
  if (fieldOf(form, "intent") !== "apply") {
    const seen = await orErrorPage(context, previewDuty(context.app, actor, edit));
    if (!seen.ok) return refusal(sent, seen.problem);
    return data<SentDuty>({ ...sent, preview: seen.value }, { status: 200 });
  }
  const applied = await orErrorPage(context, applyDuty(context.app, actor, edit));
  if (!applied.ok) return refusal(sent, applied.problem);
  return redirect(`${dutyDeskPath(key, questionnaire)}?saved=1`);
}

function refusal(sent: SentDuty, problem: DutyRefusal) {
  if (problem.kind === "problems") {
    return data<SentDuty>({ ...sent, problems: problem.problems }, { status: 422 });
  }
  const { stands, version } = problem;
  return data<SentDuty>({ ...sent, stands, version }, { status: 409 });
}

export default function Duty() {
  const { view, whoCanSee } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <DutyPage view={view} sent={sent ?? null} whoCanSee={whoCanSee} />;
}
