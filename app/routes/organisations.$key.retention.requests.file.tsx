import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { copyResponse } from "~/platform/copy-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { takeSubjectData } from "~/services/personal-data/export-requests.server";

/** The copy of somebody's data that a manager's key opens. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const asked = {
    organisation: params["key"] ?? "",
    key: query.get("key") ?? "",
    format: query.get("format") ?? "html",
  };
  return copyResponse(await orErrorPage(context, takeSubjectData(context.app, actor, asked)));
}
