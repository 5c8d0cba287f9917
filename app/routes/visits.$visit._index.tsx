import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { TodayPage } from "~/components/visits/today-page";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewVisit } from "~/services/visits/view-visit.server";

export const handle = { visitNav: "today", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, today - Inclusion Review" }];

/** What is next in a visit, by when and for whom; the invitation while it is proposed. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const view = await orErrorPage(context, viewVisit(context.app, actor, { visitId }));
  return { view, visit: view.heading };
}

export default function VisitToday() {
  const { view } = useLoaderData<typeof loader>();
  return (
    <TodayPage visit={view} above={null} hasBox={false}>
      {null}
    </TodayPage>
  );
}
