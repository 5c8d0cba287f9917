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
import { TakeOverPage } from "~/components/register/take-over-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { takeOver, viewTakeOver } from "~/services/register/take-over.server";

export const handle = {} satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Before this school - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewTakeOver(context.app, actor, urn));
  const isDone = new URL(request.url).searchParams.has("done");
  const told = isDone ? "Taken over. Open work and people are yours." : null;
  return { view, told, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const before = (await request.formData()).get("before");
  const beforeUrn = typeof before === "string" ? before : "";
  const taken = await orErrorPage(context, takeOver(context.app, actor, { urn, beforeUrn }));
  if (taken === "done") return redirect(`/schools/${urn}/take-over?done=1`);
  return data(
    { told: "It was taken over already, or is open. Nothing was changed." },
    { status: 409 },
  );
}

export default function TakeOver() {
  const { view, told } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <TakeOverPage view={view} told={sent?.told ?? told} />;
}
