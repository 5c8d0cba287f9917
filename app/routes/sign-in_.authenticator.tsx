import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getHalfSession } from "~/auth/half-session.server";
import { ownPath } from "~/auth/next-path";
import { startSession } from "~/auth/session.server";
import { afterSigningIn } from "~/auth/sign-in-paths";
import { codeWords, WAIT_SECONDS } from "~/components/account/password-words";
import { SetUpPage } from "~/components/account/set-up-page";
import { AuthenticatorSchema } from "~/forms/second-factor";
import { beginSetUp, viewSetUp } from "~/services/account/set-up-second-factor.server";
import { confirmEnrolment } from "~/services/account/enrol-authenticator.server";
import { finishSetUp } from "~/services/account/second-step.server";

export const meta: MetaFunction = () => [
  { title: "Set up an authenticator app - Inclusion Review" },
];

/** A page keeps `Retry-After` of what answered it only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

const LATE = "/sign-in?late=1";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const half = await getHalfSession(request, context);
  if (half === null) return redirect(LATE);
  const next = ownPath(new URL(request.url).searchParams.get("next"));
  const view = await viewSetUp(context.app, half);
  if (view === null) return redirect("/sign-in/code");
  return { next, ...view };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const half = await getHalfSession(request, context);
  if (half === null) return redirect(LATE);
  const form = AuthenticatorSchema.parse(Object.fromEntries(await request.formData()));
  if (form.intent === "finish") {
    const done = await finishSetUp(context.app, half);
    if (done === null) return redirect(LATE);
    const { userId } = done;
    const cookie = await startSession(request, context, { userId, secondFactor: true });
    const to = afterSigningIn(done, ownPath(form.next));
    return redirect(to, { headers: { "Set-Cookie": cookie } });
  }
  if (form.intent === "confirm") {
    const { id: halfId, userId } = half;
    const address = context.clientIp;
    const input = { userId, code: form.code, address, within: { halfId } };
    const result = await confirmEnrolment(context.app, input);
    if (result.ok) return data({ codes: result.value.codes, problem: null });
    const isTooMany = result.problem === "too-many";
    const headers: HeadersInit = isTooMany ? { "Retry-After": WAIT_SECONDS } : {};
    const problem = codeWords(result.problem);
    return data({ codes: null, problem }, { status: isTooMany ? 429 : 422, headers });
  }
  await beginSetUp(context.app, half);
  return redirect(new URL(request.url).pathname + new URL(request.url).search);
}

export default function SetUp() {
  const { next, enrolment, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SetUpPage
      next={next}
      enrolment={enrolment}
      done={done}
      codes={answer?.codes ?? null}
      problem={answer?.problem ?? undefined}
    />
  );
}
