import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { OverTimePage } from "~/components/over-time/over-time-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { placeOf } from "~/components/signing/review-paths";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewOverTime } from "~/services/over-time/view-over-time.server";

export const handle = { nav: "self-reviews", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Answers over time - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewOverTime(context.app, actor, placeOf(params)));
  return { view, school: schoolHeading(view) };
}

export default function OverTime() {
  const { view } = useLoaderData<typeof loader>();
  return <OverTimePage view={view} />;
}
