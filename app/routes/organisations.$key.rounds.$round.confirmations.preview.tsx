import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { PreviewPage } from "~/components/confirmations/preview-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readChosenSchools, readConfirming, schemePath } from "~/forms/confirmations";
import { orErrorPage } from "~/platform/or-error-page.server";
import { confirmSchools } from "~/services/confirmations/confirm.server";
import { previewConfirming } from "~/services/confirmations/preview.server";

export const handle = { organisationNav: "returns", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Confirm these schools - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "" } = params;
  const urns = readChosenSchools(new URL(request.url).searchParams);
  const preview = previewConfirming(context.app, actor, { key, roundId, urns });
  const view = await orErrorPage(context, preview);
  return { view, organisation: view.organisation };
}

/** The list says how many were confirmed, and that others changed since they were looked at. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "" } = params;
  const chosen = readConfirming(await request.formData());
  const confirming = confirmSchools(context.app, actor, { key, roundId, chosen });
  const { confirmed, left } = await orErrorPage(context, confirming);
  const done = new URLSearchParams({ confirmed: String(confirmed), left: String(left.length) });
  return redirect(`${schemePath({ key, roundId })}?${done.toString()}`);
}

export default function Preview() {
  const { view } = useLoaderData<typeof loader>();
  return <PreviewPage view={view} />;
}
