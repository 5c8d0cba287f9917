import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { LookThroughPage } from "~/components/register/look-through-page";
import { importedPath } from "~/components/register/register-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { readShown } from "~/forms/register";
import { orErrorPage } from "~/platform/or-error-page.server";
import { applyLooked, viewImport } from "~/services/register/view-import.server";

export const handle = { organisationNav: "schools", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Register of schools - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const { show, page } = readShown(query);
  const asked = { key: params["key"] ?? "", importId: params["import"] ?? "", show, page };
  const view = await orErrorPage(context, viewImport(context.app, actor, asked));
  const told = query.has("done") ? "The register is up to date." : null;
  return { view, organisation: view.organisation, told };
}

const WORDS = {
  stale:
    "The register has changed since the file was compared. Nothing was changed: send it again.",
  done: "This file was done already. Nothing was changed again.",
};

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", import: importId = "" } = params;
  const applied = await orErrorPage(context, applyLooked(context.app, actor, { key, importId }));
  if (applied.ok) return redirect(`${importedPath(key, importId)}?done=1`);
  return data({ refusal: WORDS[applied.problem] }, { status: 409 });
}

export default function LookThrough() {
  const { view, told } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <LookThroughPage view={view} refusal={sent?.refusal ?? null} told={told} />;
}
