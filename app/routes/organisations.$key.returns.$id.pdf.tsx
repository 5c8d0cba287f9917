import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { downloadReturn } from "~/services/returns/open-return.server";

/** The sealed PDF of the copy that stands. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", id = "" } = params;
  const file = downloadReturn(context.app, actor, { key, responseId: id });
  return pdfResponse(await orErrorPage(context, file));
}
