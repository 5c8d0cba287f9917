import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { HomePage } from "~/components/home/home-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewSchoolHome } from "~/services/home/school-home.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.view.school.name ?? "Your school"} - Inclusion Review` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewSchoolHome(context.app, actor, { urn }));
  const { name } = view.school;
  return { view, now: context.app.clock.now(), school: { urn, name, role: null } };
}

export default function SchoolHome() {
  const { view, now } = useLoaderData<typeof loader>();
  return <HomePage view={view} now={now} />;
}
