import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { DeliveriesSchema } from "~/forms/note-delivery";
import { AppError, isAppError, toErrorResponse } from "~/platform/error-response.server";
import { deliverNotes } from "~/services/visits/deliver-notes.server";

/** Where a device hands notes in as JSON. 200 with an answer for each, 401 signed out, 403 another's notes. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit = "" } = params;
  const sent = DeliveriesSchema.safeParse(await readJson(request));
  if (!sent.success) return toErrorResponse(new AppError("invalid"), context.requestId);
  const deliveries = sent.data.deliveries.map(({ notedAt, ...delivery }) => ({
    ...delivery,
    notedAt: new Date(notedAt),
  }));
  try {
    const input = { visitId: visit, ...sent.data, deliveries };
    return Response.json({ answers: await deliverNotes(context.app, actor, input) });
  } catch (thrown) {
    if (isAppError(thrown)) return toErrorResponse(thrown, context.requestId);
    throw thrown;
  }
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}
