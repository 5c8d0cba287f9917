import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { restoreStatus, restoreTold } from "~/components/history/restore-told";
import { VersionsPage } from "~/components/history/versions-page";
import { versionsPath } from "~/components/history/versions-path";
import type { PageHandle } from "~/components/shell/page-handle";
import { readRestoreForm } from "~/forms/restore-version";
import { orErrorPage } from "~/platform/or-error-page.server";
import { restoreVersion, viewVersions } from "~/services/answering/versions.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Earlier versions of ${loaded?.view.title ?? "an answer"} - Inclusion Review` },
];

/** Also after someone else's save was met: the page then shows it, and builds on it. */
export const shouldRevalidate = (): boolean => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "", key = "" } = params;
  const view = await orErrorPage(
    context,
    viewVersions(context.app, actor, { urn, responseId: id, key }),
  );
  const restored = new URL(request.url).searchParams.has("restored");
  return { view, saveId: context.app.newId(), restored, school: schoolHeading(view.response) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "", key = "" } = params;
  const { saveId = context.app.newId(), ...which } = readRestoreForm(await request.formData());
  const outcome = await orErrorPage(
    context,
    restoreVersion(context.app, actor, { urn, responseId: id, key, saveId, ...which }),
  );
  const told = restoreTold(outcome, context.app.clock.now());
  if (told !== null) return data({ told }, { status: restoreStatus(told) });
  return redirect(`${versionsPath({ urn, id, key })}?restored=1`);
}

export default function Versions() {
  const { view, saveId, restored } = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>()?.told ?? null;
  return <VersionsPage view={view} saveId={saveId} restored={restored} told={told} />;
}
