import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { ImportPage } from "~/components/support/import-page";
import { readBulk } from "~/forms/invitation";
import { SUPPORT_FILE_FIELD, SUPPORT_FILE_MAX_BYTES } from "~/forms/support";
import { readFileForm } from "~/platform/file-form.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { textOfCsv } from "~/services/people/read-people-csv.server";
import {
  applySupport,
  previewSupport,
  viewSupportImport,
} from "~/services/support/support-csv.server";

export const handle = { organisationNav: "support" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Read help in - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewSupportImport(context.app, actor, params["key"] ?? "");
  return { organisation: await orErrorPage(context, viewed) };
}

const refuse = (problem: string) => data({ problem, preview: null }, { status: 422 });

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const { app } = context;
  await orErrorPage(context, viewSupportImport(app, actor, key));
  const isFile = (request.headers.get("Content-Type") ?? "").startsWith("multipart/form-data");
  if (isFile) {
    const form = await readFileForm(request, {
      fileField: SUPPORT_FILE_FIELD,
      maxBytes: SUPPORT_FILE_MAX_BYTES,
    });
    if (!form.ok) {
      const isLarge = form.problem === "too-large";
      return refuse(
        isLarge ? "Choose a file of 200 KB or less" : "Choose a spreadsheet saved as CSV",
      );
    }
    if (form.value.file === null) return refuse("Choose a file");
    const csv = textOfCsv(form.value.file);
    const seen = await orErrorPage(context, previewSupport(app, actor, { key, csv }));
    if (!seen.ok) return refuse(seen.problem);
    return data({ problem: null, preview: { ...seen.value, csv } }, { status: 200 });
  }
  const posted = readBulk(await request.formData());
  const applied = await orErrorPage(context, applySupport(app, actor, { key, ...posted }));
  if (!applied.ok) return refuse(applied.problem);
  return redirect(`/organisations/${key}/support?read=${applied.value.entries}`);
}

export default function Import() {
  const { organisation } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ImportPage
      organisation={organisation}
      problem={sent?.problem ?? null}
      preview={sent?.preview ?? null}
    />
  );
}
