import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getSession, requireStanding } from "~/auth/session.server";
import {
  AuthenticatorPage,
  type AuthenticatorAnswer,
} from "~/components/account/authenticator-page";
import { codeWords, TOO_MANY, WAIT_SECONDS } from "~/components/account/password-words";
import { AuthenticatorSchema } from "~/forms/second-factor";
import { confirmEnrolment } from "~/services/account/enrol-authenticator.server";
import {
  beginEnrolment,
  removeOwnSecondFactor,
  renewRecoveryCodes,
  viewSecondFactor,
} from "~/services/account/manage-second-factor.server";

export const meta: MetaFunction = () => [{ title: "Authenticator app - Inclusion Review" }];

/** A page keeps `Retry-After` of what answered it only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, owesSecondFactor } = await requireStanding(request, context);
  const view = await viewSecondFactor(context.app, actor);
  const recovered = new URL(request.url).searchParams.has("recovered");
  return { ...view, owesSecondFactor, recovered, demonstration: context.app.config.demo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireStanding(request, context);
  const session = await getSession(request, context);
  const form = AuthenticatorSchema.parse(Object.fromEntries(await request.formData()));
  const { userId } = actor;
  const { intent, code, password } = form;
  const address = context.clientIp;
  if (intent === "confirm") {
    const within = { sessionId: session?.id ?? "" };
    const result = await confirmEnrolment(context.app, { userId, code, address, within });
    if (result.ok) return answer({ codes: result.value.codes });
    return refuse({ field: "code", text: codeWords(result.problem) }, result.problem);
  }
  if (password === "") return refuse({ field: intent, text: "Enter your password" }, "wrong");
  const proof = { password, address };
  if (intent === "renew") {
    const result = await renewRecoveryCodes(context.app, actor, proof);
    if (result.ok) return answer({ codes: result.value.codes });
    return refuse({ field: intent, text: WORDS[result.problem] }, result.problem);
  }
  const act = intent === "remove" ? removeOwnSecondFactor : beginEnrolment;
  const result = await act(context.app, actor, proof);
  if (result.ok) return redirect("/account/authenticator");
  return refuse({ field: intent, text: WORDS[result.problem] }, result.problem);
}

const WORDS = {
  wrong: "That is not your password. Check it, then try again",
  "too-many": TOO_MANY,
  required: "Your role asks for an authenticator app, so it stays",
} as const;

function answer({ codes }: { codes: string[] }) {
  return data<AuthenticatorAnswer>({ codes, problem: null });
}

function refuse(problem: NonNullable<AuthenticatorAnswer["problem"]>, why: string) {
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
