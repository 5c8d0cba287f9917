import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { reviewPath } from "~/components/answering/review-path";
import { schoolHeading } from "~/components/answering/school-heading";
import { BringPage } from "~/components/bring/bring-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { fieldOf } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import { bringAnswers, viewBringForward } from "~/services/answering/bring-forward.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Bring your signed answers - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id: responseId = "" } = params;
  const view = await orErrorPage(
    context,
    viewBringForward(context.app, actor, { urn, responseId }),
  );
  return { view, school: schoolHeading(view.response) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  // Only the button of the page brings anything: no other form does it by the way.
  if (fieldOf(await request.formData(), "intent") !== "bring") return data(null, { status: 422 });
  const { brought } = await orErrorPage(
    context,
    bringAnswers(context.app, actor, { urn, responseId: id }),
  );
  return redirect(`${reviewPath({ urn, id })}${brought > 0 ? "/confirm" : ""}`);
}

export default function BringAnswers() {
  const { view } = useLoaderData<typeof loader>();
  return <BringPage view={view} />;
}
