import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { downloadCertificate } from "~/services/confirmations/school-confirmation.server";

/** The sealed certificate of a confirmation. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", confirmation: confirmationId = "" } = params;
  const file = downloadCertificate(context.app, actor, { urn, confirmationId });
  return pdfResponse(await orErrorPage(context, file));
}
