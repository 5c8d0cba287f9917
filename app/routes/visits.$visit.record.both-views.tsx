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
import { BothViewsPage } from "~/components/visits/record/both-views-page";
import { recordError } from "~/components/visits/record/problem-words";
import { visitPagePath } from "~/components/visits/visit-paths";
import { readSent, textOf, typedOf, saysNoNames } from "~/forms/visit-record";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewBothViews } from "~/services/visits/close-both-view.server";
import { writeBothViews } from "~/services/visits/close-both-views.server";

export const handle = { visitNav: "record", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, both views - Inclusion Review" }];
export const shouldRevalidate = () => true;

/** Where each side writes its own view, when they cannot agree. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const view = await orErrorPage(context, viewBothViews(context.app, actor, { visitId }));
  const saved = new URL(request.url).searchParams.has("saved");
  return { view, visit: view.heading, saved };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const form = await request.formData();
  const sent = readSent(form);
  const close = textOf(form, "act") === "close";
  const writing = writeBothViews(context.app, actor, {
    visitId,
    sent,
    close,
    namesConfirmed: saysNoNames(form),
  });
  const result = await orErrorPage(context, writing);
  if (result.ok) {
    const here = visitPagePath(visitId, "record");
    return redirect(close ? `${here}?done=closed` : `${here}/both-views?saved=yes`);
  }
  const { problems, clashes } = result.problem;
  const status = problems.length > 0 ? 422 : 409;
  const errors = problems.map(recordError);
  const asksNames = problems.some(({ code }) => code === "names");
  return data({ typed: typedOf(sent), errors, clashes, asksNames }, { status });
}

export default function VisitBothViews() {
  const { view, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <BothViewsPage view={view} sent={sent ?? null} saved={saved && sent === undefined} />;
}
