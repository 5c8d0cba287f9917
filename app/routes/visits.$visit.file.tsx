import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { FilingPage } from "~/components/visits/notes/filing-page";
import { readFilingForm } from "~/forms/visit-notes";
import { AppError } from "~/platform/app-error.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { fileNote, viewFiling } from "~/services/visits/file-notes.server";

export const handle = { visitNav: "file", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, file your notes - Inclusion Review" }];

/** A reviewer's notes, each to file to what the school asked about. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const view = await orErrorPage(context, viewFiling(context.app, actor, { visitId }));
  return data({ view, visit: view.heading });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const read = readFilingForm(await request.formData());
  const filing =
    read === null
      ? Promise.reject(new AppError("invalid"))
      : fileNote(context.app, actor, { visitId, ...read });
  await orErrorPage(context, filing);
  return redirect(`/visits/${visitId}/file`);
}

export default function VisitFile() {
  const { view } = useLoaderData<typeof loader>();
  return <FilingPage view={view} />;
}
