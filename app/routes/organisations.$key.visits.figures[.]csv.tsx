import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { csvResponse } from "~/platform/csv-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { exportVisitFigures } from "~/services/figures/visit-figures-csv.server";

/** The figures of the page as a file, with the same held back. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const roundId = new URL(request.url).searchParams.get("round");
  const asked = { key: params["key"] ?? "", roundId };
  const text = await orErrorPage(context, exportVisitFigures(context.app, actor, asked));
  return csvResponse({ text, fileName: "visit-figures.csv" });
}
