import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { CheckPage } from "~/components/signing/check-page";
import { placeOf, reviewPath } from "~/components/signing/review-paths";
import { londonDate } from "~/domain/calendar/format";
import { orErrorPage } from "~/platform/or-error-page.server";
import { markReady, takeBack } from "~/services/signing/mark-ready.server";
import { viewCheck } from "~/services/signing/view-check.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Check all answers - Inclusion Review" }];

/** What was refused is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewCheck(context.app, actor, placeOf(params)));
  const today = londonDate(context.app.clock.now());
  return { view, today, school: schoolHeading(view.response) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  const intent = (await request.formData()).get("intent");
  const here = `${reviewPath(place)}/check`;
  if (intent === "take-back") {
    await orErrorPage(context, takeBack(context.app, actor, place));
    return redirect(here);
  }
  const result = await orErrorPage(context, markReady(context.app, actor, place));
  return result.ok ? redirect(here) : data({ left: true }, { status: 422 });
}

export default function Check() {
  const { view, today } = useLoaderData<typeof loader>();
  const left = useActionData<typeof action>()?.left ?? false;
  return <CheckPage view={view} today={today} left={left} />;
}
