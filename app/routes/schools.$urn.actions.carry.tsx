import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { planPath } from "~/components/actions/action-paths";
import { CARRY, CarryPage } from "~/components/actions/carry-page";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { orErrorPage } from "~/platform/or-error-page.server";
import { carryActions, viewCarry } from "~/services/actions/carry-actions.server";

export const handle = { nav: "action-plan" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Carry actions on - Inclusion Review" }];

const responseOf = (request: Request) => new URL(request.url).searchParams.get("response");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const where = { urn, responseId: responseOf(request) };
  const view = await orErrorPage(context, viewCarry(context.app, actor, where));
  return { view, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const form = await request.formData();
  const actionIds = form.getAll(CARRY).filter((id) => typeof id === "string");
  const input = { urn, responseId: responseOf(request), actionIds };
  const { carried } = await orErrorPage(context, carryActions(context.app, actor, input));
  if (actionIds.length === 0) return data({ noneTicked: true }, { status: 422 });
  return redirect(`${planPath(urn)}?carried=${carried}`);
}

export default function CarryActions() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <CarryPage view={view} noneTicked={sent?.noneTicked ?? false} />;
}
