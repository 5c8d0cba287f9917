import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ParkedWorkPage } from "~/components/returns/parked-work-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { z } from "~/domain/zod";
import { orErrorPage } from "~/platform/or-error-page.server";
import { dealWithBounce, retryWork, viewParkedWork } from "~/services/returns/parked-work.server";

export const handle = { organisationNav: "work" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Work to look at - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  return orErrorPage(context, viewParkedWork(context.app, actor, params["key"] ?? ""));
}

const WorkSchema = z.object({ job: z.string().catch(""), bounce: z.string().catch("") });

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const { job, bounce } = WorkSchema.parse(Object.fromEntries(await request.formData()));
  const work =
    bounce === ""
      ? retryWork(context.app, actor, { key, jobId: job })
      : dealWithBounce(context.app, actor, { key, mailId: bounce });
  await orErrorPage(context, work);
  return redirect(`/organisations/${key}/work`);
}

export default function Work() {
  return <ParkedWorkPage view={useLoaderData<typeof loader>()} />;
}
