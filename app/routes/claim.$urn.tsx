import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ClaimAskPage } from "~/components/people/claim-pages";
import { PERSON_WORDS } from "~/domain/people/person-fields";
import { fieldOf } from "~/forms/invitation";
import { orErrorPage } from "~/platform/or-error-page.server";
import { askForCode, viewClaim, type AskProblem } from "~/services/people/claim-school.server";

export const meta: MetaFunction = () => [{ title: "Start for your school - Inclusion Review" }];

/** A page keeps `Retry-After` of what answered it only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { school: await orErrorPage(context, viewClaim(context.app, params["urn"] ?? "")) };
}

const ANSWERS: Record<AskProblem, { message: string; status: number; wait: string | null }> = {
  name: { message: PERSON_WORDS.name, status: 422, wait: null },
  "too-many": {
    message: "You have asked for several codes. Wait an hour, then try again",
    status: 429,
    wait: "3600",
  },
  "too-many-for-school": {
    message: "Three codes were asked for this school today. Ask the office for the last one",
    status: 429,
    wait: "86400",
  },
};

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { urn = "" } = params;
  const name = fieldOf(await request.formData(), "name");
  const asked = askForCode(context.app, { urn, name, address: context.clientIp });
  const done = await orErrorPage(context, asked);
  if (done.ok) return redirect(`/claim/code/${done.value.claimId}`);
  const { message, status, wait } = ANSWERS[done.problem];
  const problems = [{ field: "name" as const, message }];
  const headers: HeadersInit = wait === null ? {} : { "Retry-After": wait };
  return data({ name, problems }, { status, headers });
}

export default function ClaimSchool() {
  const { school } = useLoaderData<typeof loader>();
  return <ClaimAskPage school={school} sent={useActionData<typeof action>() ?? null} />;
}
