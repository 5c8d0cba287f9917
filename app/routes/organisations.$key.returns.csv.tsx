import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { readReturnsQuery } from "~/forms/returns-filter";
import { csvResponse } from "~/platform/csv-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { returnsCsv } from "~/services/returns/returns-csv.server";

/** The list of returns as a file, exactly as it is narrowed and ordered on the page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const asked = readReturnsQuery(new URL(request.url).searchParams);
  const text = await orErrorPage(context, returnsCsv(context.app, actor, { key, ...asked }));
  return csvResponse({ text, fileName: `returns-${key}.csv` });
}
