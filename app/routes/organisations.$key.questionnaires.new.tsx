import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { versionPath } from "~/components/questionnaires/questionnaire-paths";
import { ReadInPage, type SentFile } from "~/components/questionnaires/read-in-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { QUESTIONNAIRE_FILE_FIELD, QUESTIONNAIRE_FILE_MAX_BYTES } from "~/forms/questionnaire";
import { readFileForm } from "~/platform/file-form.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { readInNew } from "~/services/questionnaires/drafts.server";
import { viewQuestionnaires } from "~/services/questionnaires/view-questionnaires.server";

export const handle = { organisationNav: "questionnaires" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Read a questionnaire in - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const at = { key: params["key"] ?? "" };
  const { organisation } = await orErrorPage(context, viewQuestionnaires(context.app, actor, at));
  return { organisation };
}

const refuse = (sent: SentFile) => data({ sent }, { status: 422 });

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { app } = context;
  const { key = "" } = params;
  await orErrorPage(context, viewQuestionnaires(app, actor, { key }));
  const form = await readFileForm(request, {
    fileField: QUESTIONNAIRE_FILE_FIELD,
    maxBytes: QUESTIONNAIRE_FILE_MAX_BYTES,
  });
  if (!form.ok && form.problem === "too-large")
    return refuse({ problem: "Choose a file of 900 KB or less", faults: [] });
  if (!form.ok || form.value.file === null) return refuse({ problem: "Choose a file", faults: [] });
  const bytes = form.value.file;
  const read = await orErrorPage(context, readInNew(app, actor, { key, bytes }));
  if (!read.ok) return refuse({ problem: null, faults: read.problem });
  return redirect(`${versionPath({ organisation: key, ...read.value })}?done=read`);
}

export default function New() {
  const { organisation } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <ReadInPage organisation={organisation} sent={result?.sent ?? null} />;
}
