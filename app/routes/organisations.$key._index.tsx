import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { MondayPage } from "~/components/chasing/monday-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewMonday } from "~/services/chasing/view-monday.server";

export const handle = { organisationNav: "today", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Ring these - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const { searchParams } = new URL(request.url);
  const whole = searchParams.get("whose") === "all";
  const view = await orErrorPage(context, viewMonday(context.app, actor, { key, whole }));
  const told = searchParams.has("noted")
    ? "The call is noted. The school has left your list."
    : null;
  return { ...view, told };
}

export default function Today() {
  const { told, ...view } = useLoaderData<typeof loader>();
  return <MondayPage view={view} told={told} />;
}
