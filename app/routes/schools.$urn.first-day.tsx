import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { FirstDayPage } from "~/components/people/first-day-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewFirstDay } from "~/services/people/first-day.server";

export const handle = { nav: "team" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Your first day - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewFirstDay(context.app, actor, { urn }));
  return { view, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

export default function FirstDay() {
  return <FirstDayPage view={useLoaderData<typeof loader>().view} />;
}
