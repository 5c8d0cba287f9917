import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { ConfirmationPage } from "~/components/signing/confirmation-page";
import { numberOf, placeOf } from "~/components/signing/review-paths";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewConfirmation } from "~/services/signing/view-confirmation.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;

/** How often the page looks for the PDF by itself. */
const REFRESH_SECONDS = 5;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: "Signed copy - Inclusion Review" },
  ...(data !== undefined && isComing(data.view.document.state)
    ? [{ httpEquiv: "refresh", content: String(REFRESH_SECONDS) }]
    : []),
];

const isComing = (state: string): boolean => state === "pending";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const copy = { ...placeOf(params), number: numberOf(params["number"]) };
  const view = await orErrorPage(context, viewConfirmation(context.app, actor, copy));
  return { view, school: schoolHeading(view) };
}

export default function Confirmation() {
  return <ConfirmationPage view={useLoaderData<typeof loader>().view} />;
}
