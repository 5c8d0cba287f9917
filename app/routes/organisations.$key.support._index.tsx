import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { DeskPage } from "~/components/support/desk-page";
import { whoSeesBeside } from "~/domain/policy/who-sees-beside";
import { readCount } from "~/forms/action";
import { readSupportFilter } from "~/forms/support";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewDesk } from "~/services/support/view-desk.server";

export const handle = { organisationNav: "support", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Help available - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const asked = { key: params["key"] ?? "", filter: readSupportFilter(query) };
  const view = await orErrorPage(context, viewDesk(context.app, actor, asked));
  const { organisation } = view;
  const count = readCount(query.get("read"));
  const told = count === 0 ? null : `Read in: ${count === 1 ? "1 entry" : `${count} entries`}.`;
  return { view, organisation, told, whoCanSee: whoSeesBeside("support", organisation.name) };
}

export default function Support() {
  const { view, told, whoCanSee } = useLoaderData<typeof loader>();
  return <DeskPage view={view} told={told} whoCanSee={whoCanSee} />;
}
