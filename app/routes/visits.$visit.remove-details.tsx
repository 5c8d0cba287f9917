import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { RemoveDetailsPage } from "~/components/remove-details/remove-details-page";
import { donePath } from "~/components/remove-details/remove-paths";
import { sentRemoval } from "~/components/remove-details/sent-removal";
import type { PageHandle } from "~/components/shell/page-handle";
import { readRemoveDetailsAt, readRemoveDetailsForm } from "~/forms/remove-details";
import { orErrorPage } from "~/platform/or-error-page.server";
import { takeRemovalStep } from "~/services/personal-data/remove-steps.server";
import { viewVisitRemoval, visitToClean } from "~/services/visits/remove-from-visit.server";

export const handle = { visitNav: "today", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Remove personal details - Inclusion Review" }];

/** What was found is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

/** Takes a name out of a visit: its plan, notes, views and record. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const { done: removalId } = readRemoveDetailsAt(request.url);
  const viewing = viewVisitRemoval(context.app, actor, { visitId, removalId });
  const { view, removed, heading } = await orErrorPage(context, viewing);
  return data({ view, removed, visit: heading }, { status: view.kind === "form" ? 200 : 403 });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const typed = readRemoveDetailsForm(await request.formData());
  const step = takeRemovalStep(context.app, actor, { ...visitToClean(visitId), ...typed });
  const outcome = await orErrorPage(context, step);
  if (outcome.kind === "removed") return redirect(donePath(request.url, outcome.removalId));
  const sent = sentRemoval(outcome, typed);
  return data(sent, { status: sent.error === null ? 200 : 422 });
}

export default function RemoveDetailsOfVisit() {
  const { view, removed } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  return <RemoveDetailsPage view={view} copy={null} removed={removed} sent={sent} />;
}
