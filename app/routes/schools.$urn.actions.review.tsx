import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { reviewPlanPath } from "~/components/actions/action-paths";
import { ReviewPage } from "~/components/actions/review/review-page";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { readCount } from "~/forms/action";
import { ONLY, readReviewForm } from "~/forms/action-review";
import { orErrorPage } from "~/platform/or-error-page.server";
import { giveCheckIns } from "~/services/actions/give-check-ins.server";
import { viewPlanReview } from "~/services/actions/review-plan.server";

export const handle = { nav: "action-plan" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Review of the plan - Inclusion Review" }];

/** An answer that somebody gave first is shown as it stands; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewPlanReview(context.app, actor, { urn }));
  const { school } = view;
  const saved = readCount(new URL(request.url).searchParams.get("saved"));
  return {
    view,
    saved,
    school: schoolHeading({ urn: school.urn, schoolName: school.name }),
  };
}

/** Saves one action at a press, or every one where the whole form is sent. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const form = await request.formData();
  const typed = readReviewForm(form);
  const outcome = await orErrorPage(
    context,
    giveCheckIns(context.app, actor, { urn, answers: typed }),
  );
  if (outcome.kind === "problems") {
    return data({ typed, problems: outcome.problems, overtaken: [] }, { status: 422 });
  }
  const { saved, overtaken } = outcome;
  const said = { typed: [], problems: [], overtaken };
  if (overtaken.length > 0) return data(said, { status: 409 });
  if (form.has(ONLY)) return data(said);
  return redirect(`${reviewPlanPath(urn)}?saved=${saved.length}`);
}

export default function PlanReview() {
  const { view, saved } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ReviewPage view={view} sent={sent ?? null} saved={saved} />;
}
