import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { SentLettersPage } from "~/components/chasing/sent-letters-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewLetters } from "~/services/chasing/view-letters.server";

export const handle = { organisationNav: "returns" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Letters sent - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", batch: batchId = "" } = params;
  const view = await orErrorPage(context, viewLetters(context.app, actor, { key, batchId }));
  return { ...view, batchId };
}

export default function LettersSent() {
  const { batchId, ...view } = useLoaderData<typeof loader>();
  return <SentLettersPage view={view} batchId={batchId} />;
}
