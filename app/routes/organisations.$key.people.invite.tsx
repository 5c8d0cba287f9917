import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ErrorSummary } from "~/components/form/error-summary";
import { Page } from "~/components/page";
import { BLANK, InviteForm } from "~/components/people/invite-form";
import { summaryOf } from "~/components/people/problem-at";
import type { PageHandle } from "~/components/shell/page-handle";
import { fieldOf, readInvitation } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  inviteToOrganisation,
  viewInviteToOrganisation,
} from "~/services/people/organisation-people.server";

export const handle = { organisationNav: "people" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Invite someone - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewInviteToOrganisation(context.app, actor, params["key"] ?? "");
  const view = await orErrorPage(context, viewed);
  return { view, organisation: view.organisation };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const form = await request.formData();
  const typed = { ...readInvitation(form), urn: fieldOf(form, "urn") };
  const invited = inviteToOrganisation(context.app, actor, { key, fields: typed });
  const done = await orErrorPage(context, invited);
  if (done.ok) return redirect(`/organisations/${key}/people?sent=1`);
  return data({ typed, problems: done.problem }, { status: 422 });
}

export default function Invite() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const people = `/organisations/${view.organisation.key}/people`;
  const problems = sent?.problems ?? [];
  return (
    <Page
      template="thing"
      title="Invite someone"
      caption={view.organisation.name}
      back={{ to: people, label: "People" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
    >
      <InviteForm
        view={view}
        typed={sent?.typed ?? BLANK}
        problems={problems}
        asksSchool={view.roles.some(({ value }) => value === "head")}
        back={people}
      />
    </Page>
  );
}
