import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { reviewPath } from "~/components/answering/review-path";
import { schoolHeading } from "~/components/answering/school-heading";
import { AssignPage } from "~/components/assign/assign-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readAssignments } from "~/forms/assignments";
import { isAppError } from "~/platform/app-error.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { assignSections, viewAssignments } from "~/services/answering/assign-sections.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Assign sections - Inclusion Review" }];

/** What comes back is checked against the team as it is now; Remix would keep the old one after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const view = await orErrorPage(
    context,
    viewAssignments(context.app, actor, { urn, responseId: id }),
  );
  const changed = new URL(request.url).searchParams.get("changed") ?? "";
  const count = /^\d{1,3}$/.test(changed) ? Number(changed) : null;
  return { view, changed: count, school: schoolHeading(view.response) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const typed = readAssignments(await request.formData());
  const assigned = assignSections(context.app, actor, { urn, responseId: id, assignments: typed });
  // Someone may have left the team, or a section the round, since the page was opened.
  const done = await orErrorPage(context, assigned.catch(nullWhenInvalid));
  if (done === null) return data({ typed }, { status: 422 });
  return redirect(`${reviewPath({ urn, id })}/assign?changed=${done.changed}`);
}

function nullWhenInvalid(thrown: unknown): null {
  if (isAppError(thrown) && thrown.code === "invalid") return null;
  throw thrown;
}

export default function Assign() {
  const { view, changed } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <AssignPage view={view} changed={changed} sent={sent ?? null} />;
}
