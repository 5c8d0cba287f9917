import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { RoundVisitsPage } from "~/components/matching/round-visits-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { whoSeesMatching } from "~/domain/policy/who-sees-register";
import { readVisitsFilter } from "~/forms/visit-matching";
import { orErrorPage } from "~/platform/or-error-page.server";
import { listRoundVisits } from "~/services/matching/list-round-visits.server";

export const handle = { organisationNav: "visits", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visits - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const asked = { key: params["key"] ?? "", ...readVisitsFilter(query) };
  const view = await orErrorPage(context, listRoundVisits(context.app, actor, asked));
  const { organisation } = view;
  const proposed = /^\d{1,4}$/.exec(query.get("proposed") ?? "")?.[0] ?? null;
  const visits = proposed === "1" ? "1 visit is proposed" : `${proposed ?? ""} visits are proposed`;
  const told = proposed === null ? null : `${visits}. Schools and reviewers are asked by mail.`;
  return { view, organisation, told, whoCanSee: whoSeesMatching(organisation.name) };
}

export default function RoundVisits() {
  const { view, told, whoCanSee } = useLoaderData<typeof loader>();
  return <RoundVisitsPage view={view} told={told} whoCanSee={whoCanSee} />;
}
