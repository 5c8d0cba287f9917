import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { VisitFiguresPage } from "~/components/figures/visit-figures-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { whoSeesVisitFigures } from "~/domain/policy/who-sees-register";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewVisitFigures } from "~/services/figures/visit-figures.server";

export const handle = { organisationNav: "visits", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Figures of visits - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const roundId = new URL(request.url).searchParams.get("round");
  const asked = { key: params["key"] ?? "", roundId };
  const view = await orErrorPage(context, viewVisitFigures(context.app, actor, asked));
  const { organisation } = view;
  return { view, organisation, whoCanSee: whoSeesVisitFigures(organisation.name) };
}

export default function VisitFigures() {
  const { view, whoCanSee } = useLoaderData<typeof loader>();
  return <VisitFiguresPage view={view} whoCanSee={whoCanSee} />;
}
