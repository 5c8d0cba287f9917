import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ReturnsPage } from "~/components/returns/returns-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { textOf } from "~/forms/action";
import { readReturnsQuery, returnsQuery } from "~/forms/returns-filter";
import { orErrorPage } from "~/platform/or-error-page.server";
import { forgetList, keepList } from "~/services/returns/save-list.server";
import { viewReturns } from "~/services/returns/view-returns.server";

export const handle = { organisationNav: "returns", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Who has returned - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const asked = readReturnsQuery(new URL(request.url).searchParams);
  const { key = "" } = params;
  return orErrorPage(context, viewReturns(context.app, actor, { key, ...asked }));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const { roundId, filter } = readReturnsQuery(new URL(request.url).searchParams);
  const form = await request.formData();
  const here = `/organisations/${key}/returns?${returnsQuery({ ...filter, round: roundId ?? "" })}`;
  if (textOf(form, "intent") === "forget-list") {
    const forgetting = forgetList(context.app, actor, { key, listId: textOf(form, "list") });
    await orErrorPage(context, forgetting);
    return redirect(here);
  }
  // Read as any address is, so that nothing else is kept.
  const kept = readReturnsQuery(new URLSearchParams(textOf(form, "query"))).filter;
  const query = new URLSearchParams(returnsQuery({ ...kept, round: "" }));
  query.delete("round");
  const list = { key, name: textOf(form, "listName"), query: query.toString() };
  const done = await orErrorPage(context, keepList(context.app, actor, list));
  return done.ok ? redirect(here) : data({ problem: done.problem }, { status: 422 });
}

export default function Returns() {
  const told = useActionData<typeof action>()?.problem ?? null;
  return <ReturnsPage view={useLoaderData<typeof loader>()} told={told} />;
}
