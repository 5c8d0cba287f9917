import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { refusalOf } from "~/components/answering/refusal-words";
import { schoolHeading } from "~/components/answering/school-heading";
import { VersionsPage } from "~/components/history/versions-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { RestoreSchema } from "~/forms/restore-version";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { restoreVersion, viewVersions } from "~/services/answering/versions.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Earlier versions of ${loaded?.view.title ?? "an answer"} - Inclusion Review` },
];

type Params = LoaderFunctionArgs["params"];
const placeOf = ({ urn = "", id = "", key = "" }: Params) => ({ urn, responseId: id, key });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewVersions(context.app, actor, placeOf(params)));
  const restored = new URL(request.url).searchParams.has("restored");
  return { view, now: context.app.clock.now(), restored, school: schoolHeading(view.response) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { app } = context;
  const actor = await requireActor(request, context);
  const typed = RestoreSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!typed.success) throw toErrorResponse(new AppError("invalid"), context.requestId);
  const input = { ...placeOf(params), ...typed.data, saveId: app.newId() };
  const outcome = await orErrorPage(context, restoreVersion(app, actor, input));
  switch (outcome.kind) {
    case "saved":
      return redirect("?restored=1");
    case "conflict":
      return data({ problem: `${outcome.theirs.by.name} saved this since. Look again` }, 409);
    case "refused":
      return data({ problem: refusalOf(outcome.key, outcome.problem).summary }, 409);
  }
}

export default function Versions() {
  const { view, now, restored } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  return <VersionsPage view={view} now={now} restored={restored} problem={problem} />;
}
