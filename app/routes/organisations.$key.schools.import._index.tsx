import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ImportPage, type ImportProblem } from "~/components/register/import-page";
import { importedPath, importPath } from "~/components/register/register-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import type { Actor } from "~/domain/policy/actor";
import { fileProblemWords, type FileProblem } from "~/domain/register/problem-words";
import type { App } from "~/platform/app.server";
import { receiveLargeFiles, removeFolder } from "~/platform/large-files.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  coverAuthorities,
  receiveFiles,
  viewRegister,
} from "~/services/register/view-import.server";

export const handle = { organisationNav: "schools" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Register of schools - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewRegister(context.app, actor, params["key"] ?? ""));
  const isSaved = new URL(request.url).searchParams.has("saved");
  const told = isSaved ? "The codes are saved." : null;
  return { view, organisation: view.organisation, told };
}

const MAX_BYTES = 60 * 1024 * 1024;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { app } = context;
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  await orErrorPage(context, viewRegister(app, actor, key));
  const isFile = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  if (!isFile) {
    const codes = (await request.formData()).get("codes");
    const typed = typeof codes === "string" ? codes : "";
    const saved = await orErrorPage(context, coverAuthorities(app, actor, { key, typed }));
    if (saved !== null) return redirect(`${importPath(key)}?saved=1`);
    const messages = ["Write codes of three figures, like 886 887"];
    return refuse({ field: "codes", messages, typed });
  }
  const received = await receiveLargeFiles(request, {
    fields: ["schools", "links"],
    maxBytes: MAX_BYTES,
    dataDir: app.config.dataDir,
  });
  if (!received.ok)
    return refuseFile({ kind: received.problem === "too-large" ? "too-large" : "none" });
  const { files, folder } = received.value;
  try {
    const sent = { key, schools: files.get("schools") ?? null, links: files.get("links") ?? null };
    return await answer(app, actor, sent, (work) => orErrorPage(context, work));
  } finally {
    await removeFolder(folder);
  }
}

type Sent = { key: string; schools: string | null; links: string | null };
type Guard = <T>(work: Promise<T>) => Promise<T>;

async function answer(app: App, actor: Actor, sent: Sent, guard: Guard) {
  const prepared = await guard(receiveFiles(app, actor, sent));
  return prepared.ok
    ? redirect(importedPath(sent.key, prepared.value.importId))
    : refuseFile(prepared.problem);
}

const refuse = (problem: ImportProblem) => data({ problem }, { status: 422 });
const refuseFile = (problem: FileProblem) =>
  refuse({ field: "schools", messages: fileProblemWords(problem), typed: "" });

export default function Import() {
  const { view, told } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ImportPage view={view} problem={sent?.problem ?? null} told={told} />;
}
