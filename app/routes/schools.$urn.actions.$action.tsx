import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { savedPath } from "~/components/actions/action-paths";
import { EditActionPage } from "~/components/actions/edit-action-page";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { readActionForm, readNamesConfirmed, readVersion } from "~/forms/action";
import { orErrorPage } from "~/platform/or-error-page.server";
import { editAction, viewAction } from "~/services/actions/change-action.server";
import { listActions } from "~/services/actions/list-actions.server";

export const handle = { nav: "action-plan" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Change an action - Inclusion Review" }];

/** A refused change is shown beside the action as it stands now; Remix would keep the old one after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", action: actionId = "" } = params;
  const one = await orErrorPage(context, viewAction(context.app, actor, { urn, actionId }));
  const { school, terms } = await orErrorPage(context, listActions(context.app, actor, { urn }));
  return { one, terms, school: schoolHeading({ urn, schoolName: school.name }) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", action: actionId = "" } = params;
  const form = await request.formData();
  const typed = readActionForm(form);
  const version = readVersion(form);
  const namesConfirmed = readNamesConfirmed(form);
  const outcome = await orErrorPage(
    context,
    editAction(context.app, actor, { urn, actionId, version, fields: typed, namesConfirmed }),
  );
  switch (outcome.kind) {
    case "saved":
      return redirect(savedPath(urn, outcome.id));
    case "problems":
      return data({ typed, version, problems: outcome.problems, theirs: null }, { status: 422 });
    case "conflict":
      return data({ typed, version, problems: [], theirs: outcome.theirs }, { status: 409 });
  }
}

export default function EditAction() {
  const { one, terms, school } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <EditActionPage school={school} action={one} terms={terms} sent={sent ?? null} />;
}
