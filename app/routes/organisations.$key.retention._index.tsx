import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { RetentionPage, type SentSettings } from "~/components/personal-data/retention-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { RetentionFormSchema } from "~/forms/personal-data";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  saveRetention,
  seenOf,
  startRetention,
  viewRetention,
} from "~/services/personal-data/retention-schedule.server";

export const handle = { organisationNav: "settings", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "How long things are kept - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const view = await orErrorPage(context, viewRetention(context.app, actor, key));
  const query = new URL(request.url).searchParams;
  return { view, organisation: view.organisation, told: toldOf(query) };
}

function toldOf(query: URLSearchParams): string | null {
  if (query.has("saved")) return "Saved. It counts from the next night.";
  return query.has("started") ? "Deleting begins the next night." : null;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const posted = RetentionFormSchema.parse(Object.fromEntries(await request.formData()));
  const { intent, seen, version, ...typed } = posted;
  const page = `/organisations/${encodeURIComponent(key)}/retention`;
  if (intent === "start") {
    await orErrorPage(context, startRetention(context.app, actor, { key, version }));
    return redirect(`${page}?started=1`);
  }
  const saving = saveRetention(context.app, actor, { key, typed, version, seen });
  const saved = await orErrorPage(context, saving);
  if (!saved.ok) {
    return data<SentSettings>({ typed, problems: saved.problem, preview: null }, { status: 422 });
  }
  if (saved.value === "saved") return redirect(`${page}?saved=1`);
  const { settings, counts } = saved.value;
  const preview = { seen: seenOf(settings), counts };
  return data<SentSettings>({ typed, problems: [], preview });
}

export default function Retention() {
  const { view, told } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <RetentionPage view={view} sent={sent ?? null} told={told} />;
}
