import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { SchoolsPage } from "~/components/register/schools-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readSchoolsFilter } from "~/forms/register";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewSchools } from "~/services/register/view-schools.server";

export const handle = { organisationNav: "schools", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Schools - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const filter = readSchoolsFilter(new URL(request.url).searchParams);
  const asked = { key: params["key"] ?? "", filter };
  const view = await orErrorPage(context, viewSchools(context.app, actor, asked));
  return { view, organisation: view.organisation };
}

export default function Schools() {
  return <SchoolsPage view={useLoaderData<typeof loader>().view} />;
}
