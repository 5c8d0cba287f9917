import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { placeOf } from "~/components/signing/review-paths";
import { csvResponse } from "~/platform/csv-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { overTimeCsv } from "~/services/over-time/over-time-csv.server";

/** A school's answers over time, as a table. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return csvResponse(await orErrorPage(context, overTimeCsv(context.app, actor, placeOf(params))));
}
