import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { TeamPage } from "~/components/people/team-page";
import { TOLD } from "~/components/people/told-words";
import type { PageHandle } from "~/components/shell/page-handle";
import { readInvitationChange } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import { changeSchoolInvitation } from "~/services/people/change-invitation.server";
import { viewTeam } from "~/services/people/view-team.server";

export const handle = { nav: "team" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Your team - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewTeam(context.app, actor, { urn }));
  const query = new URL(request.url).searchParams;
  const told = TOLD.find(({ key }) => query.has(key))?.words ?? null;
  return { view, told, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const posted = readInvitationChange(await request.formData());
  // Asked before the form is judged, so that nobody learns of a school by posting rubbish to it.
  await orErrorPage(context, viewTeam(context.app, actor, { urn }));
  if (posted === null) return data(null, { status: 422 });
  await orErrorPage(context, changeSchoolInvitation(context.app, actor, { urn, ...posted }));
  return redirect(`/schools/${urn}/team?${posted.change === "withdraw" ? "withdrawn" : "sent"}=1`);
}

export default function Team() {
  const { view, told } = useLoaderData<typeof loader>();
  return <TeamPage view={view} told={told} />;
}
