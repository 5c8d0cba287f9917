import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { ownPath } from "~/auth/next-path";
import { afterFirstFactor } from "~/auth/sign-in-paths";
import { enter } from "~/auth/enter.server";
import { getActor } from "~/auth/session.server";
import { TOO_MANY } from "~/components/account/password-words";
import { ProviderButtons } from "~/components/account/provider-buttons";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextInput } from "~/components/form/text-input";
import { SignInOrganisations } from "~/components/organisation/sign-in-organisations";
import { Page } from "~/components/page";
import { Notice } from "~/components/panels/notice";
import { z } from "~/domain/zod";
import { SignInSchema } from "~/forms/sign-in";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import { signIn } from "~/services/account/sign-in.server";
import { organisationsForSignIn } from "~/services/organisation/for-sign-in.server";
import { listProviders } from "~/services/account/start-single-sign-on.server";

export const meta: MetaFunction = () => [{ title: "Sign in - Inclusion Review" }];

export const headers = keepActionHeaders;

const NOTICES = {
  kept: "Your session ended. Sign in again: your text is kept",
  ended: "Your session ended. Sign in again",
  unsaved:
    "You are signed out, so what you sent was not saved. Go back to copy it, sign in and send it again",
  reset: "Your password is changed and you are signed out everywhere. Sign in with the new one",
  everywhere: "You have signed out everywhere",
  late: "That took longer than 10 minutes. Start again",
  out: "You have signed out",
  left: "You have left the school and are signed out. What you did there keeps your name",
} as const;
type NoticeName = keyof typeof NOTICES;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const next = ownPath(params.get("next"));
  if ((await getActor(request, context)) !== null) return redirect(next ?? "/");
  const notice = (Object.keys(NOTICES) as NoticeName[]).find((name) => params.has(name)) ?? null;
  const providers = listProviders(context.app);
  const organisations = await organisationsForSignIn(context.app);
  return { next, notice, providers, organisations, demonstration: context.app.config.demo };
}

const WRONG = "That e-mail address and password do not match. Check both, or reset your password";

type Problems = { email?: string; password?: string; whole?: string };

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = SignInSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const fields = z.flattenError(parsed.error).fieldErrors;
    const problems = { email: fields.email?.[0], password: fields.password?.[0] };
    return refuse({ problems, email: textOf(form.get("email")) }, 422);
  }
  const { email, password, next } = parsed.data;
  const result = await signIn(context.app, { email, password, address: context.clientIp });
  if (!result.ok) {
    if (result.problem === "wrong") return refuse({ problems: { whole: WRONG }, email }, 422);
    return refuse({ problems: { whole: TOO_MANY }, email }, 429);
  }
  return redirect(afterFirstFactor(result.value, ownPath(next)), {
    headers: { "Set-Cookie": await enter(request, context, result.value) },
  });
}

function refuse(answer: { problems: Problems; email: string }, status: 422 | 429) {
  return data(answer, { status, headers: retryAfter(status) });
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === "string" ? value.slice(0, 320) : "";
}

export default function SignIn() {
  const { next, notice, providers, organisations, demonstration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  return (
    <Page
      title="Sign in"
      template="thing"
      above={
        <>
          <ErrorSummary errors={summaryOf(problems)} />
          {notice !== null && answer === undefined ? <Notice>{NOTICES[notice]}.</Notice> : null}
        </>
      }
    >
      <Form method="post" noValidate>
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <TextInput
          id="email"
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="username"
          width="medium"
          spellCheck={false}
          defaultValue={answer?.email ?? ""}
          error={problems.email}
        />
        <TextInput
          id="password"
          name="password"
          type="password"
          label="Password"
          autoComplete="current-password"
          width="medium"
          error={problems.password}
        />
        <Button>Sign in</Button>
      </Form>
      <p className="ir-section">
        <Link to="/sign-in/forgotten">Reset your password</Link>
      </p>
      {providers.length === 0 ? null : (
        <section className="ir-section" aria-labelledby="elsewhere">
          <h2 className="ir-h2" id="elsewhere">
            With an account you have elsewhere
          </h2>
          <ProviderButtons providers={providers} verb="Sign in with" next={next} />
        </section>
      )}
      {demonstration ? <DemonstrationNote /> : null}
      <SignInOrganisations organisations={organisations} />
    </Page>
  );
}

function summaryOf({ email, password, whole }: Problems) {
  const errors = [
    { fieldId: "email", text: whole ?? email },
    { fieldId: "password", text: password },
  ];
  return errors.flatMap(({ fieldId, text }) => (text === undefined ? [] : [{ fieldId, text }]));
}

function DemonstrationNote() {
  return (
    <p className="ir-section ir-muted">
      This is a demonstration: accounts need no second factor.{" "}
      <Link to="/">See the demonstration accounts</Link>
    </p>
  );
}
