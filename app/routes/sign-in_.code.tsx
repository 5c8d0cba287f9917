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
import { CodePage } from "~/components/account/code-page";
import { TOO_MANY, WAIT_SECONDS } from "~/components/account/password-words";
import { SecondStepSchema } from "~/forms/second-factor";
import { giveSecondFactor } from "~/services/account/second-step.server";

export const meta: MetaFunction = () => [{ title: "Enter your code - Inclusion Review" }];

/** A page keeps `Retry-After` of what answered it only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const half = await getHalfSession(request, context);
  if (half === null) return redirect("/sign-in?late=1");
  return { next: ownPath(new URL(request.url).searchParams.get("next")) };
}

const WORDS = {
  authenticator: "That code does not work now. Wait for the next one in the app, then enter it",
  "recovery-code": "That is not one of your unused recovery codes. Check it, then try again",
} as const;

export async function action({ request, context }: ActionFunctionArgs) {
  const half = await getHalfSession(request, context);
  if (half === null) return redirect("/sign-in?late=1");
  const parsed = SecondStepSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return refuse("authenticator", "Enter the code");
  const { kind, code, next } = parsed.data;
  const browser = { halfId: half.id, userId: half.userId, address: context.clientIp };
  const result = await giveSecondFactor(context.app, browser, { kind, code });
  if (!result.ok) {
    if (result.problem === "ended") return redirect("/sign-in?late=1");
    if (result.problem === "too-many") return refuse(kind, TOO_MANY, 429);
    return refuse(kind, WORDS[kind]);
  }
  const { userId, codesLeft } = result.value;
  const cookie = await startSession(request, context, { userId, secondFactor: true });
  const to = afterSigningIn(result.value, ownPath(next));
  const path = codesLeft === null ? to : "/account/authenticator?recovered=1";
  return redirect(path, { headers: { "Set-Cookie": cookie } });
}

function refuse(kind: keyof typeof WORDS, problem: string, status: 422 | 429 = 422) {
  const headers: HeadersInit = status === 429 ? { "Retry-After": WAIT_SECONDS } : {};
  return data({ kind, problem }, { status, headers });
}

export default function Code() {
  const { next } = useLoaderData<typeof loader>();
  return <CodePage next={next} refused={useActionData<typeof action>() ?? null} />;
}
