import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { numberOf, placeOf } from "~/components/signing/review-paths";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { draftOfSubmission } from "~/services/documents/draft-pdf.server";

/** The signed copy while the governor is awaited, as a PDF that says so. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const copy = { ...placeOf(params), number: numberOf(params["number"]) };
  return pdfResponse(await orErrorPage(context, draftOfSubmission(context.app, actor, copy)));
}
