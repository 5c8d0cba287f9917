import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { GroupsPage } from "~/components/register/groups-page";
import { groupPath } from "~/components/register/register-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { readGroupForm } from "~/forms/register";
import { orErrorPage } from "~/platform/or-error-page.server";
import { addGroup, viewGroups } from "~/services/register/groups.server";

export const handle = { organisationNav: "schools" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Groups of schools - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewGroups(context.app, actor, params["key"] ?? ""));
  const query = new URL(request.url).searchParams;
  return {
    view,
    organisation: view.organisation,
    told: toldOf(query),
  };
}

function toldOf(query: URLSearchParams): string | null {
  if (query.has("removed")) return "The group is gone. Its schools stay.";
  return query.has("read") ? "The groups of the file are as it says." : null;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const { kind, typed } = readGroupForm(await request.formData());
  const added = await orErrorPage(context, addGroup(context.app, actor, { key, kind, typed }));
  if (added.ok) return redirect(`${groupPath(key, added.value.groupId)}?added=1`);
  return data({ problems: added.problem, typed: { ...typed, kind } }, { status: 422 });
}

export default function Groups() {
  const { view, told } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed = sent?.typed ?? { kind: "community", name: "", urns: "" };
  return <GroupsPage view={view} problems={sent?.problems ?? []} typed={typed} told={told} />;
}
