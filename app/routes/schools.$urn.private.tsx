import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { reviewPath } from "~/components/answering/review-path";
import { schoolHeading } from "~/components/answering/school-heading";
import { StartPrivatePage } from "~/components/private/start-private-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readStartPrivate } from "~/forms/start-private";
import { orErrorPage } from "~/platform/or-error-page.server";
import { startPrivate, viewPrivateStart } from "~/services/answering/start-private.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [
  { title: "Start a private self-review - Inclusion Review" },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewPrivateStart(context.app, actor, { urn }));
  return {
    view,
    startId: context.app.newId(),
    school: schoolHeading({ urn, schoolName: view.school.name }),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const read = readStartPrivate(await request.formData());
  if (!read.ok) return data({ error: read.error }, { status: 422 });
  const { versionId, startId = context.app.newId() } = read;
  const { responseId } = await orErrorPage(
    context,
    startPrivate(context.app, actor, { urn, versionId, startId }),
  );
  return redirect(`${reviewPath({ urn, id: responseId })}/start`);
}

export default function StartPrivate() {
  const { view, startId } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error ?? null;
  return <StartPrivatePage view={view} startId={startId} error={error} />;
}
