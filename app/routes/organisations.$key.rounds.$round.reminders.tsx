import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { RemindersPage } from "~/components/rounds/reminders-page";
import { remindersPath } from "~/components/rounds/round-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { readPreviewPage, readRemindersForm } from "~/forms/reminders";
import { orErrorPage } from "~/platform/or-error-page.server";
import { changeReminders } from "~/services/chasing/change-reminders.server";
import { viewReminders } from "~/services/chasing/view-reminders.server";

export const handle = { organisationNav: "rounds", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Reminders - Inclusion Review" }];

const DONE: Record<string, string> = {
  on: "Reminders are on. The first leaves on the next day below, at eight.",
  off: "Reminders are off. Nothing is sent by itself.",
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "" } = params;
  const query = new URL(request.url).searchParams;
  const viewed = viewReminders(context.app, actor, { key, roundId, page: readPreviewPage(query) });
  const view = await orErrorPage(context, viewed);
  return { view, organisation: view.organisation, told: DONE[query.get("done") ?? ""] ?? null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "" } = params;
  const form = readRemindersForm(await request.formData());
  const changing = changeReminders(context.app, actor, { key, roundId, ...form });
  const changed = await orErrorPage(context, changing);
  if (!changed.ok) return data({ note: form.note, problems: changed.problem }, { status: 422 });
  return redirect(`${remindersPath(key, roundId)}?done=${form.on ? "on" : "off"}`);
}

export default function Reminders() {
  const { view, told } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <RemindersPage
      view={view}
      told={told}
      note={sent?.note ?? view.note}
      problems={sent?.problems ?? []}
    />
  );
}
