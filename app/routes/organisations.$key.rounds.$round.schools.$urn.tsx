import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { roundPath } from "~/components/rounds/round-paths";
import { RoundSchoolPage } from "~/components/rounds/round-school-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readExtension } from "~/forms/round-draft";
import { orErrorPage } from "~/platform/or-error-page.server";
import { extendSchool } from "~/services/rounds/extend-school.server";
import { viewRoundSchool } from "~/services/rounds/view-round-school.server";
import { withdrawSchool } from "~/services/rounds/withdraw-school.server";

export const handle = { organisationNav: "rounds" } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.school.name ?? "A school"} in a round - Inclusion Review` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "", urn = "" } = params;
  const viewed = viewRoundSchool(context.app, actor, { key, roundId, urn });
  const view = await orErrorPage(context, viewed);
  return { view, organisation: view.organisation };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "", urn = "" } = params;
  const { app } = context;
  await orErrorPage(context, viewRoundSchool(app, actor, { key, roundId, urn }));
  const form = await request.formData();
  const typed = readExtension(form);
  const act = form.get("intent") === "withdraw" ? ("withdraw" as const) : ("extend" as const);
  const at = { roundId, urn };
  const changing =
    act === "withdraw"
      ? withdrawSchool(app, actor, { ...at, reason: typed.reason })
      : extendSchool(app, actor, { ...at, typed });
  const changed = await orErrorPage(context, changing);
  if (!changed.ok) return data({ act, typed, problems: changed.problem }, { status: 422 });
  const done = act === "withdraw" ? "withdrawn" : "extended";
  return redirect(`${roundPath(key, roundId)}?done=${done}`);
}

export default function RoundSchool() {
  const { view } = useLoaderData<typeof loader>();
  return <RoundSchoolPage view={view} sent={useActionData<typeof action>() ?? null} />;
}
