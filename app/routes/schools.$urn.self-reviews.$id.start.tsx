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
import type { PageHandle } from "~/components/shell/page-handle";
import { StartPage } from "~/components/task-list/start-page";
import { readApplicability } from "~/forms/applicability";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  confirmApplicability,
  viewApplicability,
} from "~/services/answering/confirm-applicability.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Which parts apply - Inclusion Review" }];

/** What was refused is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const view = await orErrorPage(
    context,
    viewApplicability(context.app, actor, { urn, responseId: id }),
  );
  return { view, school: schoolHeading(view.response) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const typed = readApplicability(await request.formData());
  const outcome = await orErrorPage(
    context,
    confirmApplicability(context.app, actor, { urn, responseId: id, ...typed }),
  );
  if (outcome.kind === "confirmed") return redirect(reviewPath({ urn, id }));
  return data({ typed, outcome }, { status: outcome.kind === "problems" ? 422 : 409 });
}

export default function Start() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <StartPage view={view} sent={sent ?? null} />;
}
