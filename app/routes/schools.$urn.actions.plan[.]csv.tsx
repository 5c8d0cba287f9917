import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { csvResponse } from "~/platform/csv-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { planAsCsv } from "~/services/actions/plan-files.server";

/** The action plan as it stands, as a table. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  return csvResponse(await orErrorPage(context, planAsCsv(context.app, actor, { urn })));
}
