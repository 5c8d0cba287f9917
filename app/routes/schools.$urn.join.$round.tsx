import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { JoinPage } from "~/components/rounds/join-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { joinRound, viewJoin } from "~/services/rounds/join-round.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Join ${data?.view.round.title ?? "a round"} - Inclusion Review` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", round: roundId = "" } = params;
  const view = await orErrorPage(context, viewJoin(context.app, actor, { urn, roundId }));
  return { view, school: { ...view.school, role: null } };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", round: roundId = "" } = params;
  const begun = await orErrorPage(context, joinRound(context.app, actor, { urn, roundId }));
  return redirect(begun === null ? `/schools/${urn}` : `/schools/${urn}/self-reviews/${begun}`);
}

export default function Join() {
  return <JoinPage view={useLoaderData<typeof loader>().view} />;
}
