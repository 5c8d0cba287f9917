import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ComparisonPage } from "~/components/questionnaires/comparison-page";
import { comparisonPath } from "~/components/questionnaires/questionnaire-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { fieldOf } from "~/forms/invitation";
import { readNumber, readRuleForm } from "~/forms/questionnaire";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  confirmProposed,
  confirmRule,
  viewComparison,
  type RuleProblem,
} from "~/services/questionnaires/compare-version.server";

export const handle = { organisationNav: "questionnaires" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "What changed - Inclusion Review" }];

const atOf = (params: LoaderFunctionArgs["params"]) => {
  const { key = "", questionnaire = "", number } = params;
  return { key, questionnaire, number: readNumber(number) };
};

const TOLD: Record<string, string> = {
  read: "The file is read in. This is what it changes.",
  confirmed: "Confirmed.",
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewComparison(context.app, actor, atOf(params)));
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return { view, organisation: view.organisation, told: TOLD[done] ?? null };
}

const MESSAGES: Record<RuleProblem, string> = {
  changed:
    "Somebody changed the draft while you had this page open. What you chose and wrote is still in its boxes: look at the change and confirm again.",
  rule: "That rule does not fit this change. Choose one from the list.",
  level: "Choose a level of the new scale for each old one, or “Ask again”.",
  note: "Shorten the note to 500 characters.",
};

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const at = atOf(params);
  const form = await request.formData();
  const from = fieldOf(form, "from");
  const typed = readRuleForm(form);
  const { app } = context;
  const work =
    fieldOf(form, "intent") === "confirm-all"
      ? confirmProposed(app, actor, { ...at, from })
      : confirmRule(app, actor, { ...at, from, typed });
  const confirmed = await orErrorPage(context, work);
  if (confirmed.ok) {
    const { key: organisation, questionnaire, number } = at;
    return redirect(`${comparisonPath({ organisation, questionnaire, number })}?done=confirmed`);
  }
  const { id, rule, note } = typed;
  const levels = Object.fromEntries(typed.levels);
  const sent = { id, rule, note, levels, message: MESSAGES[confirmed.problem] };
  return data({ sent }, { status: confirmed.problem === "changed" ? 409 : 422 });
}

export default function Compare() {
  const { view, told } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <ComparisonPage view={view} sent={result?.sent ?? null} told={told} />;
}
