import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { SettingsPage } from "~/components/organisation/settings-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewSettings } from "~/services/organisation/settings.server";

export const handle = { organisationNav: "settings" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Settings - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewSettings(context.app, actor, params["key"] ?? "");
  const view = await orErrorPage(context, viewed);
  const kept = new URL(request.url).searchParams.has("kept");
  return { view, kept, organisation: view.organisation };
}

export default function Settings() {
  const { view, kept } = useLoaderData<typeof loader>();
  return <SettingsPage view={view} logo={view.organisation.logo} kept={kept} />;
}
