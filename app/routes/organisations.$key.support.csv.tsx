import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { csvResponse } from "~/platform/csv-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { supportCsv } from "~/services/support/support-csv.server";

/** The help an organisation offers, as a file that can be read in again. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return csvResponse(
    await orErrorPage(context, supportCsv(context.app, actor, params["key"] ?? "")),
  );
}
