import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { downloadRecord } from "~/services/visits/record-download.server";

/** The sealed PDF of a record; before it is closed, a copy that says so on each page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  return pdfResponse(await orErrorPage(context, downloadRecord(context.app, actor, { visitId })));
}
