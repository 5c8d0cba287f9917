import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ReturnPage } from "~/components/returns/return-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { openReturn } from "~/services/returns/open-return.server";

export const handle = { organisationNav: "returns", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "A return - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", id = "" } = params;
  return orErrorPage(context, openReturn(context.app, actor, { key, responseId: id }));
}

export default function Return() {
  return <ReturnPage view={useLoaderData<typeof loader>()} />;
}
