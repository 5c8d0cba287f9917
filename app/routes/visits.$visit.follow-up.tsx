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
import { FollowUpPage } from "~/components/visits/record/follow-up-page";
import { visitPagePath } from "~/components/visits/visit-paths";
import { readFollowUp } from "~/forms/visit-follow-up";
import { orErrorPage } from "~/platform/or-error-page.server";
import { saveFollowUp, viewFollowUp } from "~/services/visits/follow-up.server";

export const handle = { visitNav: "record", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, follow-up - Inclusion Review" }];
export const shouldRevalidate = () => true;

/** How the visit was, and what came of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const view = await orErrorPage(context, viewFollowUp(context.app, actor, { visitId }));
  const done = new URL(request.url).searchParams.get("done");
  return { view, visit: view.heading, done };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const { input, typed } = readFollowUp(await request.formData());
  const saving = saveFollowUp(context.app, actor, { visitId, ...input });
  const result = await orErrorPage(context, saving);
  if (result.ok)
    return redirect(`${visitPagePath(visitId, "follow-up")}?done=${result.value.said}`);
  const isChanged = result.problem.some(({ code }) => code === "changed-since");
  return data({ problems: result.problem, typed }, { status: isChanged ? 409 : 422 });
}

export default function VisitFollowUp() {
  const { view, done } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <FollowUpPage view={view} sent={sent ?? null} done={sent === undefined ? done : null} />;
}
