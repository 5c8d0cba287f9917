import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { placeOf } from "~/components/signing/review-paths";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { draftOfReview } from "~/services/documents/draft-pdf.server";

/** The answers as they stand, as a PDF marked Draft. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const draft = draftOfReview(context.app, actor, placeOf(params));
  return pdfResponse(await orErrorPage(context, draft));
}
