import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { downloadSchemeCertificate } from "~/services/confirmations/view-school.server";

/** The sealed certificate, for the organisation that gave it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "", urn = "", confirmation: confirmationId = "" } = params;
  const place = { key, roundId, urn, confirmationId };
  return pdfResponse(
    await orErrorPage(context, downloadSchemeCertificate(context.app, actor, place)),
  );
}
