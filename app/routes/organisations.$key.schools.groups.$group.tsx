import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { GroupPage } from "~/components/register/group-page";
import { groupPath, groupsPath } from "~/components/register/register-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import type { GroupProblem, TypedGroup } from "~/domain/register/read-group";
import { readFind, readGroupForm } from "~/forms/register";
import { orErrorPage } from "~/platform/or-error-page.server";
import { removeGroup, saveGroup, viewGroup } from "~/services/register/groups.server";

export const handle = { organisationNav: "schools" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Group of schools - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const place = { key: params["key"] ?? "", groupId: params["group"] ?? "" };
  const asked = { ...place, find: readFind(query) };
  const view = await orErrorPage(context, viewGroup(context.app, actor, asked));
  const told = query.has("added") ? "The group is added." : null;
  return {
    view,
    organisation: view.organisation,
    told: query.has("saved") ? "The group is saved." : told,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", group: groupId = "" } = params;
  const { version, remove, typed } = readGroupForm(await request.formData());
  if (remove) {
    const asked = removeGroup(context.app, actor, { key, groupId, version });
    const isGone = await orErrorPage(context, asked);
    return isGone ? redirect(`${groupsPath(key)}?removed=1`) : conflict(typed);
  }
  const asked = saveGroup(context.app, actor, { key, groupId, version, typed });
  const saved = await orErrorPage(context, asked);
  if (saved.ok) return redirect(`${groupPath(key, groupId)}?saved=1`);
  if (saved.problem === "conflict") return conflict(typed);
  return data({ problems: saved.problem, typed, told: null }, { status: 422 });
}

const FIRST =
  "Somebody else changed the group. What you typed is below: save it again to put it in place of theirs.";
const conflict = (typed: TypedGroup) => {
  const problems: GroupProblem[] = [];
  return data({ problems, typed, told: FIRST }, { status: 409 });
};

export default function Group() {
  const { view, told } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const standing = {
    name: view.group.name,
    urns: view.members.map(({ urn }) => urn).join("\n"),
    rules: view.rules,
  };
  return (
    <GroupPage
      view={view}
      problems={sent?.problems ?? []}
      typed={sent?.typed ?? standing}
      told={sent?.told ?? told}
    />
  );
}
