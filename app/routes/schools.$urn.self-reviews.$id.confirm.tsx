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
import { READ, ToConfirmPage } from "~/components/bring/to-confirm-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readReadAgain } from "~/forms/read-again";
import { orErrorPage } from "~/platform/or-error-page.server";
import { confirmRead, viewToConfirm } from "~/services/answering/confirm-read.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Read these again - Inclusion Review" }];

/** What somebody changed meanwhile is shown as it stands now; Remix would keep the old answers after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id: responseId = "" } = params;
  const view = await orErrorPage(context, viewToConfirm(context.app, actor, { urn, responseId }));
  return { view, school: schoolHeading(view.response) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const read = readReadAgain((await request.formData()).getAll(READ));
  if (read.length === 0) return data({ changed: [] }, { status: 422 });
  const where = { urn, responseId: id };
  const { changed } = await orErrorPage(
    context,
    confirmRead(context.app, actor, { ...where, read }),
  );
  if (changed.length > 0) return data({ changed }, { status: 409 });
  return redirect(`${reviewPath({ urn, id })}/confirm`);
}

export default function ConfirmAnswers() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ToConfirmPage view={view} changed={sent?.changed ?? []} />;
}
