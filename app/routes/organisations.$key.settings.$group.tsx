import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ChangeSettingsPage } from "~/components/organisation/change-settings-page";
import { GROUP_TITLES } from "~/components/organisation/setting-words";
import type { PageHandle } from "~/components/shell/page-handle";
import { typedOf, type SettingsGroup } from "~/domain/organisation/settings";
import { readVersion } from "~/forms/action";
import { readSettingsForm, readSettingsGroup } from "~/forms/organisation-settings";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  changeSettings,
  SERVICE_DECLARATIONS,
  viewSettings,
} from "~/services/organisation/settings.server";

export const handle = { organisationNav: "settings" } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded === undefined ? "Settings" : GROUP_TITLES[loaded.group]} - Inclusion Review` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewSettings(context.app, actor, params["key"] ?? "");
  const { organisation, version, settings } = await orErrorPage(context, viewed);
  const group = groupOf(params["group"], context.requestId);
  const kept = typedOf(group, settings);
  return { organisation, group, version, kept, service: SERVICE_DECLARATIONS };
}

function groupOf(name: string | undefined, requestId: string): SettingsGroup {
  const group = readSettingsGroup(name);
  if (group === null) throw toErrorResponse(new AppError("not-found"), requestId);
  return group;
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const form = await request.formData();
  await orErrorPage(context, viewSettings(context.app, actor, key));
  const group = groupOf(params["group"], context.requestId);
  const typed = readSettingsForm(group, form);
  const version = readVersion(form);
  const answer = { typed, version, problems: [], stands: null, preview: false };
  if (form.get("intent") === "preview") return data({ ...answer, preview: true }, { status: 200 });
  const change = changeSettings(context.app, actor, { key, group, version, typed });
  const changed = await orErrorPage(context, change);
  if (changed.ok) return redirect(`/organisations/${key}/settings?kept=1`);
  const { problem } = changed;
  if (problem.kind === "conflict") {
    const { stands, version: now } = problem;
    return data({ ...answer, stands, version: now }, { status: 409 });
  }
  return data({ ...answer, problems: problem.problems }, { status: 422 });
}

export default function ChangeSettings() {
  const { organisation, group, version, kept, service } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ChangeSettingsPage
      group={group}
      organisation={organisation}
      version={answer?.version ?? version}
      typed={answer?.typed ?? kept}
      problems={answer?.problems ?? []}
      stands={answer?.stands ?? null}
      service={service}
      preview={answer?.preview ?? false}
    />
  );
}
