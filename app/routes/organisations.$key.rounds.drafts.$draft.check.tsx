import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { CheckPage } from "~/components/rounds/check-page";
import { roundPath, roundsPath } from "~/components/rounds/round-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { readVersion } from "~/forms/action";
import { orErrorPage } from "~/platform/or-error-page.server";
import { discardDraft } from "~/services/rounds/drafts.server";
import { openDraft } from "~/services/rounds/open-draft.server";
import { viewCheck } from "~/services/rounds/view-draft.server";

export const handle = { organisationNav: "rounds" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Check the round - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", draft: draftId = "" } = params;
  const view = await orErrorPage(context, viewCheck(context.app, actor, { key, draftId }));
  return { view, organisation: view.organisation };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", draft: draftId = "" } = params;
  const form = await request.formData();
  const at = { key, draftId, version: readVersion(form) };
  if (form.get("intent") === "discard") {
    await orErrorPage(context, discardDraft(context.app, actor, at));
    return redirect(`${roundsPath(key)}?discarded=1`);
  }
  const opened = await orErrorPage(context, openDraft(context.app, actor, at));
  // What is to be put right stands on the page itself.
  if (!opened.ok) return data(null, { status: 422 });
  return redirect(`${roundPath(key, opened.value)}?done=opened`);
}

export default function Check() {
  return <CheckPage view={useLoaderData<typeof loader>().view} />;
}
