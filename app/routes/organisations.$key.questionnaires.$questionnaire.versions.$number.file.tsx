import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/auth/session.server";
import { readNumber } from "~/forms/questionnaire";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  downloadVersion,
  VERSION_FORMATS,
} from "~/services/questionnaires/download-version.server";

/** A version as a file, for those who write it: Excel unless the address asks for another kind. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", questionnaire = "", number } = params;
  const asked = new URL(request.url).searchParams.get("as");
  const format = VERSION_FORMATS.find((one) => one === asked) ?? "xlsx";
  const at = { key, questionnaire, number: readNumber(number), format };
  const file = await orErrorPage(context, downloadVersion(context.app, actor, at));
  return new Response(file.bytes.slice(), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="${file.fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
