import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { OrganisationPeoplePage } from "~/components/people/organisation-people-page";
import { TOLD } from "~/components/people/told-words";
import type { PageHandle } from "~/components/shell/page-handle";
import { readInvitationChange } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  changeOrganisationInvitation,
  viewPeople,
} from "~/services/people/organisation-people.server";

export const handle = { organisationNav: "people" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "People - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewPeople(context.app, actor, params["key"] ?? ""));
  const query = new URL(request.url).searchParams;
  const count = /^\d{1,4}$/.exec(query.get("invited") ?? "")?.[0] ?? null;
  const words = TOLD.find(({ key }) => query.has(key))?.words ?? null;
  const told = count === null ? words : `Invitations on their way: ${count}.`;
  return { view, told, organisation: view.organisation };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const posted = readInvitationChange(await request.formData());
  await orErrorPage(context, viewPeople(context.app, actor, key));
  if (posted === null) return data(null, { status: 422 });
  const changed = changeOrganisationInvitation(context.app, actor, { key, ...posted });
  await orErrorPage(context, changed);
  const told = posted.change === "withdraw" ? "withdrawn" : "sent";
  return redirect(`/organisations/${key}/people?${told}=1`);
}

export default function People() {
  const { view, told } = useLoaderData<typeof loader>();
  return <OrganisationPeoplePage view={view} told={told} />;
}
