import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { AuditPage } from "~/components/audit/audit-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readAuditQuery } from "~/forms/audit-filter";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewSchoolAudit } from "~/services/audit/view-audit.server";

export const handle = { wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Who did what - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const query = readAuditQuery(new URL(request.url).searchParams);
  const view = await orErrorPage(context, viewSchoolAudit(context.app, actor, { urn, ...query }));
  return { view, query, school: schoolHeading({ urn, schoolName: view.place.name }) };
}

export default function SchoolAudit() {
  const { view, query } = useLoaderData<typeof loader>();
  return <AuditPage view={view} query={query} seen="audit" />;
}
