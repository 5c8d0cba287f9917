import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { questionnairePath, versionPath } from "~/components/questionnaires/questionnaire-paths";
import { VersionPage } from "~/components/questionnaires/version-page";
import type { PageHandle } from "~/components/shell/page-handle";
import type { Actor } from "~/domain/policy/actor";
import { fieldOf } from "~/forms/invitation";
import { readNumber } from "~/forms/questionnaire";
import type { App } from "~/platform/app.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { discardDraft } from "~/services/questionnaires/drafts.server";
import type { AtVersion } from "~/services/questionnaires/load-authored.server";
import { publishDraft, retirePublished } from "~/services/questionnaires/publish.server";
import { viewVersion } from "~/services/questionnaires/view-questionnaires.server";

export const handle = { organisationNav: "questionnaires" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Version - Inclusion Review" }];

const TOLD: Record<string, string> = {
  read: "The file is read in. Look through the draft, then publish it.",
  begun: "The draft is begun.",
  published: "It is published. Rounds may be opened with it.",
  retired: "It is retired. What runs goes on.",
};

const atOf = (params: LoaderFunctionArgs["params"]): AtVersion => {
  const { key = "", questionnaire = "", number } = params;
  return { key, questionnaire, number: readNumber(number) };
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewVersion(context.app, actor, atOf(params)));
  const done = new URL(request.url).searchParams.get("done") ?? "";
  return { view, organisation: view.organisation, told: TOLD[done] ?? null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const at = atOf(params);
  const form = await request.formData();
  const sent = { from: fieldOf(form, "from"), intent: fieldOf(form, "intent") };
  const went = await orErrorPage(context, perform(context.app, actor, { ...at, ...sent }));
  if (went.problem !== null) return data({ problem: went.problem }, { status: 409 });
  const place = { organisation: at.key, questionnaire: at.questionnaire };
  if (sent.intent === "discard") return redirect(`${questionnairePath(place)}?done=discarded`);
  return redirect(`${versionPath({ ...place, number: at.number })}?done=${went.done}`);
}

const CHANGED =
  "Somebody changed this version while you had the page open. Look through it and try again.";

type Sent = AtVersion & { from: string; intent: string };
type Went = { problem: string | null; done: string };

async function perform(app: App, actor: Actor, { intent, from, ...at }: Sent): Promise<Went> {
  if (intent === "publish") {
    const published = await publishDraft(app, actor, { ...at, from });
    const still = "Something still stands in the way. It is named under “Before you publish”.";
    if (published.ok) return { problem: null, done: "published" };
    return { problem: published.problem === "changed" ? CHANGED : still, done: "" };
  }
  if (intent === "retire") {
    const isRetired = await retirePublished(app, actor, at);
    return { problem: isRetired ? null : CHANGED, done: "retired" };
  }
  if (intent !== "discard") return { problem: "Choose what to do with this version.", done: "" };
  const isGone = await discardDraft(app, actor, { ...at, from });
  return { problem: isGone ? null : CHANGED, done: "" };
}

export default function Version() {
  const { view, told } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <VersionPage view={view} told={told} problem={result?.problem ?? null} />;
}
