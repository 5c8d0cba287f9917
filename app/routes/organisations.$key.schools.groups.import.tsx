import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { GroupsImportPage } from "~/components/register/groups-import-page";
import { groupsPath } from "~/components/register/register-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { GROUPS_FILE_FIELD, GROUPS_FILE_MAX_BYTES, readSeenGroups } from "~/forms/register";
import { readFileForm } from "~/platform/file-form.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { textOfCsv } from "~/services/people/read-people-csv.server";
import {
  applyGroups,
  previewGroups,
  viewGroupsImport,
} from "~/services/register/groups-csv.server";

export const handle = { organisationNav: "schools" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Read groups in - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewGroupsImport(context.app, actor, params["key"] ?? "");
  return { organisation: await orErrorPage(context, viewed) };
}

const refuse = (problem: string) => data({ problem, preview: null }, { status: 422 });

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const { app } = context;
  await orErrorPage(context, viewGroupsImport(app, actor, key));
  const isFile = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  if (!isFile) {
    const posted = readSeenGroups(await request.formData());
    const applied = await orErrorPage(context, applyGroups(app, actor, { key, ...posted }));
    if (!applied.ok) return refuse(applied.problem);
    return redirect(`${groupsPath(key)}?read=${applied.value.groups}`);
  }
  const form = await readFileForm(request, {
    fileField: GROUPS_FILE_FIELD,
    maxBytes: GROUPS_FILE_MAX_BYTES,
  });
  if (!form.ok) {
    const isLarge = form.problem === "too-large";
    return refuse(
      isLarge ? "Choose a file of 200 KB or less" : "Choose a spreadsheet saved as CSV",
    );
  }
  if (form.value.file === null) return refuse("Choose a file");
  const csv = textOfCsv(form.value.file);
  const seen = await orErrorPage(context, previewGroups(app, actor, { key, csv }));
  if (!seen.ok) return refuse(seen.problem);
  return data({ problem: null, preview: { ...seen.value, csv } }, { status: 200 });
}

export default function ImportGroups() {
  const { organisation } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <GroupsImportPage
      organisation={organisation}
      problem={sent?.problem ?? null}
      preview={sent?.preview ?? null}
    />
  );
}
