import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ReturnsPage } from "~/components/returns/returns-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readReturnsQuery } from "~/forms/returns-filter";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewReturns } from "~/services/returns/view-returns.server";

export const handle = { organisationNav: "returns", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Who has returned - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const asked = readReturnsQuery(new URL(request.url).searchParams);
  const { key = "" } = params;
  return orErrorPage(context, viewReturns(context.app, actor, { key, ...asked }));
}

export default function Returns() {
  return <ReturnsPage view={useLoaderData<typeof loader>()} />;
}
