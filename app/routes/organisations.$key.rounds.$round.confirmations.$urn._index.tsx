import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { SchemeSchoolPage } from "~/components/confirmations/scheme-school-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { reasonWords } from "~/components/signing/reason-words";
import { readWithdrawing, schemePath } from "~/forms/confirmations";
import { readReasonForm } from "~/forms/reason";
import { orErrorPage } from "~/platform/or-error-page.server";
import { viewSchemeSchool } from "~/services/confirmations/view-school.server";
import { withdrawConfirmation } from "~/services/confirmations/withdraw.server";

export const handle = { organisationNav: "returns", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "A school's confirmations - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "", urn = "" } = params;
  const viewing = viewSchemeSchool(context.app, actor, { key, roundId, urn });
  const view = await orErrorPage(context, viewing);
  const withdrawn = new URL(request.url).searchParams.has("withdrawn");
  return { view, organisation: view.organisation, withdrawn };
}

/** Withdraws the confirmation that stands. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "", urn = "" } = params;
  const form = await request.formData();
  const { reason } = readReasonForm(form);
  const confirmationId = readWithdrawing(form);
  const asked = { key, roundId, urn, confirmationId, reason };
  const outcome = await orErrorPage(context, withdrawConfirmation(context.app, actor, asked));
  if (!outcome.ok) {
    const error = reasonWords(outcome.problem.code, "withdraw");
    return data({ reason, error }, { status: 422 });
  }
  return redirect(`${schemePath({ key, roundId })}/${urn}?withdrawn=1`);
}

export default function SchoolOfScheme() {
  const { view, withdrawn } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <SchemeSchoolPage view={view} sent={sent ?? null} withdrawn={withdrawn} />;
}
