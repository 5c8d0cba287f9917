import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { comparisonPath, versionPath } from "~/components/questionnaires/questionnaire-paths";
import { QuestionnairePage } from "~/components/questionnaires/questionnaire-page";
import type { SentFile } from "~/components/questionnaires/read-in-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { QUESTIONNAIRE_FILE_FIELD, QUESTIONNAIRE_FILE_MAX_BYTES } from "~/forms/questionnaire";
import { readFileForm } from "~/platform/file-form.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { readInDraft, startDraft } from "~/services/questionnaires/drafts.server";
import { viewQuestionnaire } from "~/services/questionnaires/view-questionnaires.server";

export const handle = { organisationNav: "questionnaires" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Questionnaire - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", questionnaire = "" } = params;
  const at = { key, questionnaire };
  const view = await orErrorPage(context, viewQuestionnaire(context.app, actor, at));
  const isGone = new URL(request.url).searchParams.get("done") === "discarded";
  return { view, organisation: view.organisation, told: isGone ? "The draft is gone." : null };
}

const refuse = (sent: SentFile) => data({ sent }, { status: 422 });

const CHANGED =
  "Somebody changed the draft while you had this page open. Look at it, then read your file in again";

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { app } = context;
  const { key = "", questionnaire = "" } = params;
  const at = { key, questionnaire };
  await orErrorPage(context, viewQuestionnaire(app, actor, at));
  const isFile = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  if (!isFile) {
    const { number } = await orErrorPage(context, startDraft(app, actor, at));
    return redirect(`${versionPath({ organisation: key, questionnaire, number })}?done=begun`);
  }
  const form = await readFileForm(request, {
    fileField: QUESTIONNAIRE_FILE_FIELD,
    maxBytes: QUESTIONNAIRE_FILE_MAX_BYTES,
  });
  if (!form.ok && form.problem === "too-large")
    return refuse({ problem: "Choose a file of 900 KB or less", faults: [] });
  if (!form.ok || form.value.file === null) return refuse({ problem: "Choose a file", faults: [] });
  const from = form.value.fields.get("from") ?? "";
  const file = { ...at, bytes: form.value.file, from };
  const read = await orErrorPage(context, readInDraft(app, actor, file));
  if (!read.ok)
    return read.problem === "changed"
      ? data({ sent: { problem: CHANGED, faults: [] } }, { status: 409 })
      : refuse({ problem: null, faults: read.problem });
  const { number } = read.value;
  return redirect(`${comparisonPath({ organisation: key, questionnaire, number })}?done=read`);
}

export default function Questionnaire() {
  const { view, told } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <QuestionnairePage view={view} sent={result?.sent ?? null} told={told} />;
}
