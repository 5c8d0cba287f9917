import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { csvResponse } from "~/platform/csv-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { exportGroups } from "~/services/register/groups.server";

/** Every group with its schools, as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const text = await orErrorPage(context, exportGroups(context.app, actor, key));
  return csvResponse({ text, fileName: `groups-of-schools-${key}.csv` });
}
