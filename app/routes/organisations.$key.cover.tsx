import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { CoverPage } from "~/components/chasing/cover-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { textOf } from "~/forms/action";
import { readCoverForm } from "~/forms/chasing";
import { orErrorPage } from "~/platform/or-error-page.server";
import { endCover, setCover, viewCovers } from "~/services/chasing/cover.server";

export const handle = { organisationNav: "today" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Cover for districts - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return orErrorPage(context, viewCovers(context.app, actor, params["key"] ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const form = await request.formData();
  const here = `/organisations/${key}/cover`;
  if (textOf(form, "intent") === "end") {
    const ending = endCover(context.app, actor, { key, coverId: textOf(form, "cover") });
    await orErrorPage(context, ending);
    return redirect(here);
  }
  const typed = readCoverForm(form);
  const set = await orErrorPage(context, setCover(context.app, actor, { key, fields: typed }));
  return set.ok ? redirect(here) : data({ typed, problems: set.problem }, { status: 422 });
}

export default function Cover() {
  const view = useLoaderData<typeof loader>();
  return <CoverPage view={view} sent={useActionData<typeof action>() ?? null} />;
}
