import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { SchoolPage } from "~/components/register/school-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewSchoolPage } from "~/services/register/view-school.server";

export const handle = { organisationNav: "schools", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "School - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const asked = { key: params["key"] ?? "", urn: params["urn"] ?? "" };
  const view = await orErrorPage(context, viewSchoolPage(context.app, actor, asked));
  return { view, organisation: view.organisation };
}

export default function School() {
  return <SchoolPage view={useLoaderData<typeof loader>().view} />;
}
