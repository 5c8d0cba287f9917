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
import { combineError } from "~/components/visits/combine/combine-words";
import { ViewsPage } from "~/components/visits/combine/views-page";
import { visitPagePath } from "~/components/visits/visit-paths";
import { readViews, textOf, saysNoNames } from "~/forms/visit-record";
import { orErrorPage } from "~/platform/or-error-page.server";
import { saveViews } from "~/services/visits/views-save.server";
import { viewViews } from "~/services/visits/views-page.server";

export const handle = { visitNav: "combine", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, your views - Inclusion Review" }];
export const shouldRevalidate = () => true;

/** A reviewer's own views. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const view = await orErrorPage(context, viewViews(context.app, actor, { visitId }));
  const saved = new URL(request.url).searchParams.has("saved");
  return { view, visit: view.heading, saved };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const form = await request.formData();
  const views = readViews(form);
  const give = textOf(form, "act") === "give";
  const saving = saveViews(context.app, actor, {
    visitId,
    views,
    give,
    namesConfirmed: saysNoNames(form),
  });
  const result = await orErrorPage(context, saving);
  if (result.ok) {
    const path = visitPagePath(visitId, "views");
    return redirect(result.value.given ? path : `${path}?saved=yes`);
  }
  const errors = Object.fromEntries(
    result.problem.map((problem) => {
      const { name, text } = combineError({ of: "view", ...problem });
      return [name, text];
    }),
  );
  const asksNames = result.problem.some(({ code }) => code === "names");
  return data({ errors, typed: Object.fromEntries(views), asksNames }, { status: 422 });
}

export default function VisitViews() {
  const { view, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ViewsPage
      view={view}
      errors={sent?.errors ?? {}}
      typed={sent?.typed ?? null}
      asksNames={sent?.asksNames ?? false}
      saved={saved && sent === undefined}
    />
  );
}
