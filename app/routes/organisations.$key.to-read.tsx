import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ToReadPage } from "~/components/replies/to-read-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readToReadFilter } from "~/forms/to-read-filter";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewToRead } from "~/services/replies/view-to-read.server";

export const handle = { organisationNav: "to-read", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "To read - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const filter = readToReadFilter(new URL(request.url).searchParams);
  return orErrorPage(context, viewToRead(context.app, actor, { key, filter }));
}

export default function ToRead() {
  return <ToReadPage view={useLoaderData<typeof loader>()} />;
}
