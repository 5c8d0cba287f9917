import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { SchemePage } from "~/components/confirmations/scheme-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readDone, readSchemeFilter } from "~/forms/confirmations";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewScheme } from "~/services/confirmations/view-scheme.server";

export const handle = { organisationNav: "returns", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Confirm schools - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { searchParams } = new URL(request.url);
  const { key = "", round: roundId = "" } = params;
  const filter = readSchemeFilter(searchParams);
  const view = await orErrorPage(context, viewScheme(context.app, actor, { key, roundId, filter }));
  return { view, organisation: view.organisation, done: readDone(searchParams) };
}

export default function Confirmations() {
  const { view, done } = useLoaderData<typeof loader>();
  return <SchemePage view={view} done={done} />;
}
