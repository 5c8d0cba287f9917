import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { DutyDeskPage } from "~/components/duty-desk/duty-desk-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { whoSeesBeside } from "~/domain/policy/who-sees-beside";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewDutyDesk } from "~/services/duties/view-duty-desk.server";

export const handle = { organisationNav: "support" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Duties - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", questionnaire = "" } = params;
  const at = { key, questionnaire };
  const view = await orErrorPage(context, viewDutyDesk(context.app, actor, at));
  const { organisation } = view;
  const isSaved = new URL(request.url).searchParams.has("saved");
  const told = isSaved ? "Saved. The schools it touches find it on their home page." : null;
  return { view, organisation, told, whoCanSee: whoSeesBeside("duties", organisation.name) };
}

export default function Duties() {
  const { view, told, whoCanSee } = useLoaderData<typeof loader>();
  return <DutyDeskPage view={view} told={told} whoCanSee={whoCanSee} />;
}
