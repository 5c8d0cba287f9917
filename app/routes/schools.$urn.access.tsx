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
import { AccessCheckPage } from "~/components/people/access-check-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readAccessCheck } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import { confirmAccess, viewAccessCheck } from "~/services/people/access-check.server";

export const handle = { nav: "team" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Who has access - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewAccessCheck(context.app, actor, { urn }));
  return { view, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

const LAST_HEAD =
  "Keep a headteacher, or invite the next one first: a school cannot be without one";

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const check = readAccessCheck(await request.formData());
  const done = await orErrorPage(context, confirmAccess(context.app, actor, { urn, ...check }));
  if (!done.ok) return data({ problem: LAST_HEAD }, { status: 422 });
  return redirect(`/schools/${urn}/team?checked=1`);
}

export default function Access() {
  const { view } = useLoaderData<typeof loader>();
  return <AccessCheckPage view={view} problem={useActionData<typeof action>()?.problem ?? null} />;
}
