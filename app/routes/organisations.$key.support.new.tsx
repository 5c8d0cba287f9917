import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { NewEntryPage } from "~/components/support/new-entry-page";
import { whoSeesBeside } from "~/domain/policy/who-sees-beside";
import { BLANK_SUPPORT } from "~/domain/support/typed-support";
import { readSupport, readSupportKind } from "~/forms/support";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { addSupport } from "~/services/support/change-support.server";
import { viewNewSupport } from "~/services/support/view-desk.server";

export const handle = { organisationNav: "support" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Add help - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewNewSupport(context.app, actor, params["key"] ?? "");
  const view = await orErrorPage(context, viewed);
  const { organisation } = view;
  const kind = readSupportKind(new URL(request.url).searchParams.get("kind"));
  return { view, organisation, kind, whoCanSee: whoSeesBeside("support", organisation.name) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const typed = readSupport(await request.formData());
  const added = await orErrorPage(context, addSupport(context.app, actor, { key, typed }));
  if (added.ok) return redirect(`/organisations/${key}/support/${added.value.id}?done=added`);
  const { problem } = added;
  if (problem.kind === "conflict") {
    throw toErrorResponse(new AppError("conflict"), context.requestId);
  }
  return data({ typed, problems: problem.problems }, { status: 422 });
}

export default function NewSupport() {
  const { view, kind, whoCanSee } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed = sent?.typed ?? BLANK_SUPPORT;
  return (
    <NewEntryPage
      view={view}
      kind={sent === undefined ? kind : readSupportKind(sent.typed.kind)}
      typed={typed}
      problems={sent?.problems ?? []}
      whoCanSee={whoCanSee}
    />
  );
}
