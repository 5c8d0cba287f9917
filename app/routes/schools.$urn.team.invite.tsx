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
import { ErrorSummary } from "~/components/form/error-summary";
import { Page } from "~/components/page";
import { BLANK, InviteForm } from "~/components/people/invite-form";
import { summaryOf } from "~/components/people/problem-at";
import type { PageHandle } from "~/components/shell/page-handle";
import { readInvitation } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import { inviteToSchool, viewInvite } from "~/services/people/invite-to-school.server";

export const handle = { nav: "team" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Invite someone - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewInvite(context.app, actor, { urn }));
  return { view, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const typed = readInvitation(await request.formData());
  const invited = inviteToSchool(context.app, actor, { urn, fields: typed });
  const done = await orErrorPage(context, invited);
  if (done.ok) return redirect(`/schools/${urn}/team?sent=1`);
  return data({ typed, problems: done.problem }, { status: 422 });
}

export default function Invite() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const team = `/schools/${view.school.urn}/team`;
  const problems = sent?.problems ?? [];
  return (
    <Page
      template="thing"
      title="Invite someone"
      caption={view.school.name}
      back={{ to: team, label: "Your team" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
    >
      <InviteForm
        view={view}
        typed={sent?.typed ?? BLANK}
        problems={problems}
        asksSchool={false}
        back={team}
      />
    </Page>
  );
}
