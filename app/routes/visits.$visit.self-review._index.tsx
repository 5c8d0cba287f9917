import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { CopyPage } from "~/components/visits/copy-page";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewCopy } from "~/services/visits/read-copy.server";

export const handle = { visitNav: "self-review", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Self-review under visit - Inclusion Review" }];

/** The signed copy that a visit is about, while its reviewers may read it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const copy = await orErrorPage(context, viewCopy(context.app, actor, { visitId }));
  return { copy, visit: copy.heading };
}

export default function SelfReviewUnderVisit() {
  const { copy } = useLoaderData<typeof loader>();
  return <CopyPage copy={copy} />;
}
