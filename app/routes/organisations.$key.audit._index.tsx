import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { AuditPage } from "~/components/audit/audit-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readAuditQuery } from "~/forms/audit-filter";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewOrganisationAudit } from "~/services/audit/view-audit.server";

export const handle = { organisationNav: "audit", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Who did what - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const query = readAuditQuery(new URL(request.url).searchParams);
  const asked = viewOrganisationAudit(context.app, actor, { key, ...query });
  const view = await orErrorPage(context, asked);
  return { view, query, organisation: view.organisation };
}

export default function OrganisationAudit() {
  const { view, query } = useLoaderData<typeof loader>();
  return <AuditPage view={view} query={query} seen="organisation-audit" />;
}
