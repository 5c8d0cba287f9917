import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { ChangeRolePage } from "~/components/people/change-role-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readRoleForm } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import { changeRole, viewRole } from "~/services/people/change-role.server";

export const handle = { nav: "team" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Change a role - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", grant = "" } = params;
  const view = await orErrorPage(context, viewRole(context.app, actor, { urn, grantId: grant }));
  return { view, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", grant = "" } = params;
  const typed = readRoleForm(await request.formData());
  const changed = changeRole(context.app, actor, { urn, grantId: grant, ...typed });
  const done = await orErrorPage(context, changed);
  if (done.ok) return redirect(`/schools/${urn}/team?changed=1`);
  return data({ typed, problems: done.problem }, { status: 422 });
}

export default function ChangeRole() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { urn, name } = view.school;
  const back = `/schools/${urn}/team`;
  return (
    <ChangeRolePage view={view} placeName={name} back={back} sent={sent ?? null} mayEnd={false} />
  );
}
