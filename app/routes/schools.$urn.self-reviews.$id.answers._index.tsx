import type { ActionFunctionArgs } from "@remix-run/node";
import { isSameWriter } from "~/auth/same-writer.server";
import { requireActor } from "~/auth/session.server";
import { saveReply } from "~/components/answering/returned-answers";
import type { SaveReply } from "~/components/answering/save-reply";
import { AnswerSaveSchema, WriterSchema } from "~/forms/answers";
import { AppError, isAppError, toErrorResponse } from "~/platform/error-response.server";
import { saveAnswer } from "~/services/answering/save-answers.server";

/** Where autosave sends one answer as JSON. 200 saved, 409 two versions or locked, 422 refused, 401 signed out. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const sent = await readJson(request);
  const save = AnswerSaveSchema.safeParse(sent);
  if (!save.success) return toErrorResponse(new AppError("invalid"), context.requestId);
  if (!isSameWriter(actor, WriterSchema.parse(sent).writer)) return OTHER_WRITER();
  try {
    const input = { urn, responseId: id, ...save.data };
    const outcome = await saveAnswer(context.app, actor, input);
    const reply = saveReply(outcome, context.app.clock.now());
    return Response.json(reply, { status: statusOf(reply) });
  } catch (thrown) {
    if (isAppError(thrown)) return toErrorResponse(thrown, context.requestId);
    throw thrown;
  }
}

/** As for a session that ended: the page keeps the text until its writer signs in again. */
const OTHER_WRITER = () => Response.json({ code: "other-writer" }, { status: 401 });

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}

function statusOf(reply: SaveReply): number {
  if (reply.kind === "saved") return 200;
  return reply.kind === "refused" && !reply.refusal.final ? 422 : 409;
}
