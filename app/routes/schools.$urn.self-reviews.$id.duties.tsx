import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { DutiesPage } from "~/components/duties/duties-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { fieldOf } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import { settleDuty } from "~/services/answering/settle-duty.server";
import { viewDuties } from "~/services/answering/view-duties.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Legal duties - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const view = await orErrorPage(context, viewDuties(context.app, actor, { urn, responseId: id }));
  return { view, school: schoolHeading(view.response) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const askId = fieldOf(await request.formData(), "ask");
  const asked = { urn, responseId: id, askId };
  await orErrorPage(context, settleDuty(context.app, actor, asked));
  return redirect(`/schools/${urn}/self-reviews/${id}/duties`);
}

export default function Duties() {
  const { view } = useLoaderData<typeof loader>();
  return <DutiesPage view={view} />;
}
