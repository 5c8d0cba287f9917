import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { downloadCopy } from "~/services/visits/read-copy.server";

/** The sealed PDF of the signed copy under visit. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  return pdfResponse(await orErrorPage(context, downloadCopy(context.app, actor, { visitId })));
}
