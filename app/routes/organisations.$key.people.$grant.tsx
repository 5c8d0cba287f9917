import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { DistrictsForm } from "~/components/people/districts-form";
import { ChangeRolePage } from "~/components/people/change-role-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { textsOf } from "~/forms/chasing";
import { fieldOf, readRoleForm } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  changeOfficerDistricts,
  viewOfficerDistricts,
} from "~/services/people/officer-districts.server";
import {
  changeOrganisationRole,
  endOrganisationRole,
  viewOrganisationRole,
} from "~/services/people/organisation-people.server";

export const handle = { organisationNav: "people" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Change a role - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", grant: grantId = "" } = params;
  const viewed = viewOrganisationRole(context.app, actor, { key, grantId });
  const view = await orErrorPage(context, viewed);
  const districts = await viewOfficerDistricts(context.app, actor, { key, grantId });
  return { view, districts, organisation: view.organisation };
}

const LAST = "Invite the next manager first: an organisation cannot be without one";

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", grant: grantId = "" } = params;
  const form = await request.formData();
  const typed = readRoleForm(form);
  const people = `/organisations/${key}/people`;
  if (fieldOf(form, "intent") === "end") {
    const ending = endOrganisationRole(context.app, actor, { key, grantId });
    const ended = await orErrorPage(context, ending);
    if (ended.ok) return redirect(`${people}?ended=1`);
    return data({ typed: null, problems: [{ field: "end", message: LAST }] }, { status: 422 });
  }
  if (fieldOf(form, "intent") === "districts") {
    const districts = textsOf(form, "districts");
    await orErrorPage(
      context,
      changeOfficerDistricts(context.app, actor, { key, grantId, districts }),
    );
    return redirect(`${people}?changed=1`);
  }
  const changing = changeOrganisationRole(context.app, actor, { key, grantId, ...typed });
  const done = await orErrorPage(context, changing);
  if (done.ok) return redirect(`${people}?changed=1`);
  return data({ typed, problems: done.problem }, { status: 422 });
}

export default function ChangeRole() {
  const { view, districts } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { key, name } = view.organisation;
  const back = `/organisations/${key}/people`;
  return (
    <>
      <ChangeRolePage view={view} placeName={name} back={back} sent={sent ?? null} mayEnd />
      {districts === null ? null : <DistrictsForm {...districts} />}
    </>
  );
}
