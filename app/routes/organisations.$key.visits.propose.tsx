import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ProposePage } from "~/components/matching/propose-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { whoSeesMatching } from "~/domain/policy/who-sees-register";
import { readLines, readMatchingChoices } from "~/forms/visit-matching";
import { orErrorPage } from "~/platform/or-error-page.server";
import { confirmLines } from "~/services/matching/confirm-lines.server";
import { viewProposal } from "~/services/matching/view-proposal.server";

export const handle = { organisationNav: "visits", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Propose visits - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const choices = readMatchingChoices(new URL(request.url).searchParams);
  const { key = "" } = params;
  const view = await orErrorPage(context, viewProposal(context.app, actor, { key, choices }));
  const { organisation } = view;
  return { view, organisation, choices, whoCanSee: whoSeesMatching(organisation.name) };
}

/** The choices stand in the address, so that what came back is shown beside a new proposal. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const choices = readMatchingChoices(new URL(request.url).searchParams);
  const lines = readLines(await request.formData());
  const confirming = confirmLines(context.app, actor, { key, choices, lines });
  const { roundId, proposed, back } = await orErrorPage(context, confirming);
  if (back.length === 0 && proposed > 0) {
    return redirect(`/organisations/${key}/visits?round=${roundId}&proposed=${proposed}`);
  }
  const ticked = lines.map(({ urn }) => urn);
  return data({ proposed, back, ticked }, { status: back.length > 0 ? 409 : 422 });
}

export default function Propose() {
  const { view, choices, whoCanSee } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ProposePage view={view} choices={choices} sent={sent ?? null} whoCanSee={whoCanSee} />;
}
