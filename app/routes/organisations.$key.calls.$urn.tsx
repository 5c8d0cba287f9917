import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { CallPage } from "~/components/chasing/call-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readNamesConfirmed } from "~/forms/action";
import { readCallForm } from "~/forms/chasing";
import { orErrorPage } from "~/platform/or-error-page.server";
import { noteCall, viewCalls } from "~/services/chasing/note-call.server";

export const handle = { organisationNav: "today" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Note a call - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", urn = "" } = params;
  return orErrorPage(context, viewCalls(context.app, actor, { key, urn }));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", urn = "" } = params;
  const form = await request.formData();
  const typed = readCallForm(form);
  const namesConfirmed = readNamesConfirmed(form);
  const noting = noteCall(context.app, actor, { key, urn, fields: typed, namesConfirmed });
  const noted = await orErrorPage(context, noting);
  if (noted.ok) return redirect(`/organisations/${key}?noted=${urn}`);
  return data({ typed, problems: noted.problem }, { status: 422 });
}

export default function NoteCall() {
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <CallPage view={view} sent={sent ?? null} />;
}
