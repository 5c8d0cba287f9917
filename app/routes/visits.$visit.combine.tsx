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
import { CombinePage } from "~/components/visits/combine/combine-page";
import { combineError } from "~/components/visits/combine/combine-words";
import { visitPagePath } from "~/components/visits/visit-paths";
import { readCombineAct, readNewPoint, readSent, typedOf, saysNoNames } from "~/forms/visit-record";
import { orErrorPage } from "~/platform/or-error-page.server";
import { saveCombine } from "~/services/visits/combine-save.server";
import { viewCombine } from "~/services/visits/combine-view.server";

export const handle = { visitNav: "combine", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, combine - Inclusion Review" }];
/** What was refused is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

/** Both reviewers' views and the points to say. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const view = await orErrorPage(context, viewCombine(context.app, actor, { visitId }));
  const saved = new URL(request.url).searchParams.has("saved");
  return { view, visit: view.heading, saved };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const form = await request.formData();
  const sent = readSent(form);
  const act = readCombineAct(form);
  const saving = saveCombine(context.app, actor, {
    visitId,
    sent,
    act,
    namesConfirmed: saysNoNames(form),
  });
  const result = await orErrorPage(context, saving);
  if (result.ok) {
    const { drafted } = result.value;
    const path = visitPagePath(visitId, drafted ? "record" : "combine");
    return redirect(drafted ? path : `${path}?saved=yes#three-oclock`);
  }
  const { problems, clashes } = result.problem;
  const errors = problems.map(combineError);
  const status = problems.length > 0 ? 422 : 409;
  const added = readNewPoint(form);
  const asksNames = problems.some(({ code }) => code === "names");
  return data({ typed: typedOf(sent), errors, clashes, added, asksNames }, { status });
}

export default function VisitCombine() {
  const { view, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <CombinePage view={view} sent={sent ?? null} saved={saved && sent === undefined} />;
}
