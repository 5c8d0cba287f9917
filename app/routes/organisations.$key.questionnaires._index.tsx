import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { QuestionnairesPage } from "~/components/questionnaires/questionnaires-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewQuestionnaires } from "~/services/questionnaires/view-questionnaires.server";

export const handle = { organisationNav: "questionnaires" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Questionnaires - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const at = { key: params["key"] ?? "" };
  const view = await orErrorPage(context, viewQuestionnaires(context.app, actor, at));
  return { view, organisation: view.organisation };
}

export default function Questionnaires() {
  const { view } = useLoaderData<typeof loader>();
  return <QuestionnairesPage view={view} />;
}
