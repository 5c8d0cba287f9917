import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { readAuditQuery } from "~/forms/audit-filter";
import { csvResponse } from "~/platform/csv-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { exportSchoolAudit } from "~/services/audit/view-audit.server";

/** The school's record as a file, narrowed as the page is. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const { filter } = readAuditQuery(new URL(request.url).searchParams);
  const text = await orErrorPage(context, exportSchoolAudit(context.app, actor, { urn, filter }));
  return csvResponse({ text, fileName: `who-did-what-${urn}.csv` });
}
