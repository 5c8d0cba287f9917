import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { reviewPath } from "~/components/answering/review-path";
import { schoolHeading } from "~/components/answering/school-heading";
import { SchoolConfirmationPage } from "~/components/confirmations/school-confirmation-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { renewConfirmation } from "~/services/confirmations/renew.server";
import { viewSchoolConfirmation } from "~/services/confirmations/school-confirmation.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Confirmation - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", confirmation: confirmationId = "" } = params;
  const viewing = viewSchoolConfirmation(context.app, actor, { urn, confirmationId });
  const view = await orErrorPage(context, viewing);
  return { view, school: schoolHeading(view) };
}

/** Begins the next period. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", confirmation: confirmationId = "" } = params;
  const renewing = renewConfirmation(context.app, actor, { urn, confirmationId });
  const { responseId } = await orErrorPage(context, renewing);
  return redirect(reviewPath({ urn, id: responseId }));
}

export default function Confirmation() {
  const { view } = useLoaderData<typeof loader>();
  return <SchoolConfirmationPage view={view} />;
}
