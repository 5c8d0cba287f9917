import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getActor } from "~/auth/session.server";
import { TOO_MANY, WAIT_SECONDS } from "~/components/account/password-words";
import { ClaimEnterPage, ClaimMailedPage } from "~/components/people/claim-pages";
import { PERSON_WORDS } from "~/domain/people/person-fields";
import { fieldOf } from "~/forms/invitation";
import { enterCode, type EnterProblem } from "~/services/people/claim-school.server";

export const meta: MetaFunction = () => [{ title: "Enter the code - Inclusion Review" }];

/** A page keeps `Retry-After` of what answered it only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** The same page whether there is such a code or not. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await getActor(request, context);
  return { signedInAs: actor?.name ?? null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await getActor(request, context);
  const form = await request.formData();
  const typed = { name: fieldOf(form, "name"), email: fieldOf(form, "email") };
  const entered = await enterCode(context.app, actor, {
    claimId: params["claim"] ?? "",
    code: fieldOf(form, "code"),
    ...typed,
    address: context.clientIp,
  });
  if (entered.ok) {
    if (entered.value.joined) return redirect(`/schools/${entered.value.urn}/team?claimed=1`);
    return data({ ...typed, problems: [], mailed: true }, { status: 200 });
  }
  const problems = problemsOf(entered.problem);
  const isLimit = entered.problem === "too-many";
  const headers: HeadersInit = isLimit ? { "Retry-After": WAIT_SECONDS } : {};
  return data({ ...typed, problems, mailed: false }, { status: isLimit ? 429 : 422, headers });
}

type Problem = { field: "code" | "name" | "email"; message: string };

function problemsOf(problem: EnterProblem): Problem[] {
  if (problem === "too-many") return [{ field: "code", message: TOO_MANY }];
  if (problem === "wrong") {
    const message =
      "That code does not work. Check it with the office; it can be tried five times, for 24 hours";
    return [{ field: "code", message }];
  }
  return [
    ...(problem.name ? [{ field: "name" as const, message: PERSON_WORDS.name }] : []),
    ...(problem.email ? [{ field: "email" as const, message: PERSON_WORDS.email }] : []),
  ];
}

export default function EnterCode() {
  const { signedInAs } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.mailed === true) return <ClaimMailedPage email={sent.email} />;
  return <ClaimEnterPage signedInAs={signedInAs} sent={sent ?? null} />;
}
