import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { pdfResponse } from "~/platform/pdf-response.server";
import { planAsPdf } from "~/services/actions/plan-files.server";

/** The action plan as it stands, as a plain PDF. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  return pdfResponse(await orErrorPage(context, planAsPdf(context.app, actor, { urn })));
}
