import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { callPath } from "~/components/chasing/chasing-paths";
import { CallPage } from "~/components/chasing/call-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readNamesConfirmed } from "~/forms/action";
import { readCallForm, readCallIntent } from "~/forms/chasing";
import { orErrorPage } from "~/platform/or-error-page.server";
import { correctCall, removeCall, viewOwnCall } from "~/services/chasing/correct-call.server";
import { noteCall, viewCalls } from "~/services/chasing/note-call.server";

export const handle = { organisationNav: "today" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Note a call - Inclusion Review" }];

const DONE: Record<string, string> = {
  corrected: "The call is corrected.",
  removed: "The call is removed. That it was there, and by whom, stays in the record.",
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", urn = "" } = params;
  const view = await orErrorPage(context, viewCalls(context.app, actor, { key, urn }));
  const callId = new URL(request.url).searchParams.get("call");
  if (callId === null) return { ...view, own: null };
  const own = viewOwnCall(context.app, actor, { key, urn, callId });
  return { ...view, own: await orErrorPage(context, own) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", urn = "" } = params;
  const form = await request.formData();
  const typed = readCallForm(form);
  const namesConfirmed = readNamesConfirmed(form);
  const { app } = context;
  const intent = readCallIntent(form);
  if (intent.kind === "remove") {
    await orErrorPage(context, removeCall(app, actor, { key, urn, ...intent }));
    return redirect(`${callPath(key, urn)}?done=removed`);
  }
  const call = { key, urn, fields: typed, namesConfirmed };
  const saving =
    intent.kind === "note"
      ? noteCall(app, actor, call)
      : correctCall(app, actor, { ...call, ...intent });
  const noted = await orErrorPage(context, saving);
  if (noted.ok && intent.kind === "note") return redirect(`/organisations/${key}?noted=${urn}`);
  if (noted.ok) return redirect(`${callPath(key, urn)}?done=corrected`);
  return data({ typed, problems: noted.problem }, { status: 422 });
}

export default function NoteCall() {
  const { own, ...view } = useLoaderData<typeof loader>();
  const done = useSearchParams()[0].get("done") ?? "";
  const sent = useActionData<typeof action>();
  return <CallPage view={view} own={own} sent={sent ?? null} told={DONE[done] ?? null} />;
}
