import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { visitDayFile } from "~/services/visits/visit-days.server";

/** The day of a visit as a file for calendars. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const text = await orErrorPage(context, visitDayFile(context.app, actor, { visitId }));
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8; method=REQUEST",
      "Content-Disposition": 'attachment; filename="visit.ics"',
      "Cache-Control": "no-store",
    },
  });
}
