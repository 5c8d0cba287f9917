import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { PAPERS, reviewerPaper } from "~/services/reviewers/reviewer-paper.server";

/** The letter of assurance or the certificate of visits made, for a manager or the reviewer. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", reviewer: reviewerId = "" } = params;
  const paper = PAPERS.find((one) => one === params["paper"]);
  if (paper === undefined) throw toErrorResponse(new AppError("not-found"), context.requestId);
  const file = reviewerPaper(context.app, actor, { key, reviewerId, paper });
  return pdfResponse(await orErrorPage(context, file));
}
