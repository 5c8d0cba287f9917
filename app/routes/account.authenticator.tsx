import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { provePath } from "~/auth/prove-path";
import { provingPage } from "~/auth/proving-page.server";
import { getSession, requireStanding } from "~/auth/session.server";
import {
  AuthenticatorPage,
  type AuthenticatorAnswer,
} from "~/components/account/authenticator-page";
import { codeWords, WAIT_SECONDS } from "~/components/account/password-words";
import { proofWords } from "~/components/account/proof-words";
import { proofSummary } from "~/components/account/prove-again";
import { AuthenticatorSchema } from "~/forms/second-factor";
import { confirmEnrolment } from "~/services/account/enrol-authenticator.server";
import {
  beginEnrolment,
  removeOwnSecondFactor,
  renewRecoveryCodes,
  viewSecondFactor,
} from "~/services/account/manage-second-factor.server";
import type { ProofCode } from "~/services/account/prove-again.server";

export const meta: MetaFunction = () => [{ title: "Authenticator app - Inclusion Review" }];

/** A page keeps `Retry-After` of what answered it only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, owesSecondFactor } = await requireStanding(request, context);
  const page = await provingPage(request, context);
  const view = await viewSecondFactor(context.app, actor, page);
  const recovered = new URL(request.url).searchParams.has("recovered");
  return { ...view, owesSecondFactor, recovered, demonstration: context.app.config.demo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStanding(request, context);
  const session = await getSession(request, context);
  const form = AuthenticatorSchema.parse(Object.fromEntries(await request.formData()));
  const { userId } = actor;
  const { intent, code, password } = form;
  const page = await provingPage(request, context);
  if (form.way === "provider") return redirect(provePath(page.purpose));
  const address = context.clientIp;
  if (intent === "confirm") {
    const within = { sessionId: session?.id ?? "" };
    const result = await confirmEnrolment(context.app, { userId, code, address, within });
    if (result.ok) return answer({ codes: result.value.codes });
    return refuse({ field: "code", text: codeWords(result.problem) }, result.problem);
  }
  const proof = { password, code, address, page };
  const refuseProof = (problem: ProofCode | "required") =>
    refuse(proofProblem(problem, { code, within: intent }), problem);
  if (intent === "renew") {
    const result = await renewRecoveryCodes(context.app, actor, proof);
    if (result.ok) return answer({ codes: result.value.codes });
    return refuseProof(result.problem);
  }
  const act = intent === "remove" ? removeOwnSecondFactor : beginEnrolment;
  const result = await act(context.app, actor, proof);
  if (result.ok) return redirect("/account/authenticator");
  return refuseProof(result.problem);
}

type Problem = NonNullable<AuthenticatorAnswer["problem"]>;

const REQUIRED = "Your role asks for an authenticator app, so it stays";

type Asked = { code: string; within: string };

/** The message at the box that was looked at, in the form that was sent. */
function proofProblem(problem: ProofCode | "required", { code, within }: Asked): Problem {
  const box = code.trim() === "" ? "password" : "code";
  const errors = problem === "required" ? { [box]: REQUIRED } : proofWords(problem, { code });
  const [at] = proofSummary(errors, within);
  return { field: at?.fieldId ?? within, text: at?.text ?? "" };
}

function answer({ codes }: { codes: string[] }) {
  return data<AuthenticatorAnswer>({ codes, problem: null });
}

function refuse(problem: Problem, why: string) {
  const isTooMany = why === "too-many";
  const headers: HeadersInit = isTooMany ? { "Retry-After": WAIT_SECONDS } : {};
  const answered: AuthenticatorAnswer = { codes: null, problem };
  return data(answered, { status: isTooMany ? 429 : 422, headers });
}

export default function Authenticator() {
  return (
    <AuthenticatorPage view={useLoaderData<typeof loader>()} answer={useActionData() ?? null} />
  );
}
