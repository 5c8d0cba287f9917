import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { BulkPage } from "~/components/people/bulk-page";
import type { PageHandle } from "~/components/shell/page-handle";
import type { Actor } from "~/domain/policy/actor";
import { PEOPLE_FILE_FIELD, PEOPLE_FILE_MAX_BYTES, readBulk } from "~/forms/invitation";
import type { App } from "~/platform/app.server";
import { readFileForm } from "~/platform/file-form.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { previewBulk, sendBulk, viewBulk } from "~/services/people/bulk-invite.server";
import { textOfCsv, type CsvProblem } from "~/services/people/read-people-csv.server";

export const handle = { organisationNav: "people" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Invite many - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewBulk(context.app, actor, params["key"] ?? "");
  return { organisation: await orErrorPage(context, viewed) };
}

const WORDS: Record<CsvProblem | "none" | "too-large", string> = {
  none: "Choose a file",
  "too-large": "Choose a file of 200 KB or less",
  empty: "Choose a file with at least one person under its first line",
  unreadable: "Choose a spreadsheet saved as CSV",
  columns: "Name the columns in the first line: name, email and role",
  "too-many": "Choose a file of 300 people or fewer",
};

const refuse = (problem: keyof typeof WORDS) =>
  data({ problem: WORDS[problem], preview: null }, { status: 422 });

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  await orErrorPage(context, viewBulk(context.app, actor, key));
  const isFile = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  if (isFile) {
    const form = await readFileForm(request, {
      fileField: PEOPLE_FILE_FIELD,
      maxBytes: PEOPLE_FILE_MAX_BYTES,
    });
    if (!form.ok) return refuse(form.problem === "too-large" ? "too-large" : "unreadable");
    if (form.value.file === null) return refuse("none");
    return preview(context.app, actor, { key, csv: textOfCsv(form.value.file) });
  }
  const posted = readBulk(await request.formData());
  const sent = await orErrorPage(context, sendBulk(context.app, actor, { key, ...posted }));
  if (!sent.ok) return refuse(sent.problem);
  return redirect(`/organisations/${key}/people?invited=${sent.value.sent}`);
}

async function preview(app: App, actor: Actor, file: { key: string; csv: string }) {
  const seen = await previewBulk(app, actor, file);
  if (!seen.ok) return refuse(seen.problem);
  return data({ problem: null, preview: { ...seen.value, csv: file.csv } }, { status: 200 });
}

export default function Import() {
  const { organisation } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <BulkPage
      organisation={organisation}
      problem={sent?.problem ?? null}
      preview={sent?.preview ?? null}
    />
  );
}
