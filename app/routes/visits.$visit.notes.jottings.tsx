import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { readJottingsForm } from "~/forms/visit-notes";
import { AppError, isAppError, toErrorResponse } from "~/platform/error-response.server";
import { saveJottings } from "~/services/visits/jottings.server";

/** Where a device hands jottings in. 200 with the outcome, 401 signed out, 403 another's. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const read = readJottingsForm(await request.formData());
  if (read === null) return toErrorResponse(new AppError("invalid"), context.requestId);
  try {
    return Response.json(await saveJottings(context.app, actor, { visitId, ...read }));
  } catch (thrown) {
    if (isAppError(thrown)) return toErrorResponse(thrown, context.requestId);
    throw thrown;
  }
}
