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
import { RemovePage } from "~/components/people/remove-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { fieldOf } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  removeColleague,
  viewRemove,
  type RemoveProblem,
} from "~/services/people/remove-colleague.server";

export const handle = { nav: "team" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Remove someone - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", user: userId = "" } = params;
  const view = await orErrorPage(context, viewRemove(context.app, actor, { urn, userId }));
  return { view, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

const WORDS: Record<RemoveProblem, string> = {
  "last-keeper": "Invite the next headteacher first: a school cannot be without one",
  "choose-colleague": "Choose who takes the sections over",
};

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", user: userId = "" } = params;
  const successor = fieldOf(await request.formData(), "successor");
  const removed = removeColleague(context.app, actor, { urn, userId, successorId: successor });
  const done = await orErrorPage(context, removed);
  if (!done.ok) return data({ successor, problem: WORDS[done.problem] }, { status: 422 });
  return redirect(userId === actor.userId ? "/sign-in?left=1" : `/schools/${urn}/team?removed=1`);
}

export default function Remove() {
  const { view } = useLoaderData<typeof loader>();
  return <RemovePage view={view} sent={useActionData<typeof action>() ?? null} />;
}
