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
import { NewActionPage } from "~/components/actions/new-action-page";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { readActionForm, readNamesConfirmed, readOrigin } from "~/forms/action";
import { orErrorPage } from "~/platform/or-error-page.server";
import { addAction, newAction, type ActionOrigin } from "~/services/actions/add-action.server";

export const handle = { nav: "action-plan" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Add an action - Inclusion Review" }];

/** What the address asks an action for, as the services take it. */
function originOf(request: Request): ActionOrigin {
  const origin = readOrigin(new URL(request.url).searchParams);
  if (origin === null || "suggestionId" in origin) return origin;
  const { responseId, key, duty } = origin;
  return { responseId, itemKey: key, duty };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const origin = originOf(request);
  const view = await orErrorPage(context, newAction(context.app, actor, { urn, origin }));
  return { view, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const origin = originOf(request);
  const form = await request.formData();
  const typed = readActionForm(form);
  const namesConfirmed = readNamesConfirmed(form);
  const outcome = await orErrorPage(
    context,
    addAction(context.app, actor, { urn, origin, fields: typed, namesConfirmed }),
  );
  if (outcome.kind === "saved") return redirect(savedPath(urn, outcome.id));
  const problems = outcome.kind === "problems" ? outcome.problems : [];
  return data({ typed, problems }, { status: 422 });
}

export default function NewAction() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <NewActionPage view={view} sent={sent ?? null} />;
}
