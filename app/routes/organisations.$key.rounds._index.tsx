import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { roundsPath, stepPath } from "~/components/rounds/round-paths";
import { RoundsPage } from "~/components/rounds/rounds-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { startDraft } from "~/services/rounds/drafts.server";
import { viewRounds } from "~/services/rounds/list-rounds.server";

export const handle = { organisationNav: "rounds" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Review rounds - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const view = await orErrorPage(context, viewRounds(context.app, actor, key));
  const isDiscarded = new URL(request.url).searchParams.has("discarded");
  const told = isDiscarded ? "The draft is thrown away. Nothing was sent." : null;
  return { view, organisation: view.organisation, told };
}

/** Begins a round: the first question stands at an address of its own, to come back to. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  await orErrorPage(context, viewRounds(context.app, actor, key));
  const form = await request.formData();
  if (form.get("intent") !== "start") return redirect(roundsPath(key));
  const draftId = await orErrorPage(context, startDraft(context.app, actor, key));
  return redirect(stepPath(key, draftId, "questionnaire"));
}

export default function Rounds() {
  const { view, told } = useLoaderData<typeof loader>();
  return <RoundsPage view={view} told={told} />;
}
