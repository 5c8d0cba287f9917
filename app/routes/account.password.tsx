import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { getSession, requireActor } from "~/auth/session.server";
import {
  NEW_PASSWORD_HINT,
  NEW_PASSWORD_WORDS,
  TOO_MANY,
} from "~/components/account/password-words";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextInput } from "~/components/form/text-input";
import { Page } from "~/components/page";
import type { PasswordProblem } from "~/domain/account/new-password";
import { z } from "~/domain/zod";
import { ChangePasswordSchema } from "~/forms/change-password";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import { changePassword } from "~/services/account/change-password.server";

export const meta: MetaFunction = () => [{ title: "Change your password - Inclusion Review" }];

export const headers = keepActionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(request, context);
  return null;
}

type Problems = { current?: string; new?: string };

function problemsOf(problem: PasswordProblem | "wrong" | "too-many"): Problems {
  if (problem === "too-many") return { current: TOO_MANY };
  if (problem !== "wrong") return { new: NEW_PASSWORD_WORDS[problem] };
  return { current: "That is not your current password. Check it, then try again" };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const session = await getSession(request, context);
  const parsed = ChangePasswordSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) {
    const fields = z.flattenError(parsed.error).fieldErrors;
    const problems: Problems = { current: fields.current?.[0], new: fields.new?.[0] };
    return data({ problems }, { status: 422 });
  }
  const result = await changePassword(context.app, actor, {
    current: parsed.data.current,
    password: parsed.data.new,
    address: context.clientIp,
    sessionId: session?.id ?? "",
  });
  if (result.ok) return redirect("/account?changed=1");
  const status = result.problem === "too-many" ? 429 : 422;
  const problems = problemsOf(result.problem);
  return data({ problems }, { status, headers: retryAfter(status) });
}

export default function ChangePassword() {
  const problems = useActionData<typeof action>()?.problems ?? {};
  return (
    <Page
      title="Change your password"
      template="thing"
      back={{ to: "/account", label: "Your account" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
      lede="Changing it signs you out in every other browser."
    >
      <Form method="post" noValidate>
        <TextInput
          id="current"
          name="current"
          type="password"
          label="Current password"
          autoComplete="current-password"
          width="medium"
          error={problems.current}
        />
        <TextInput
          id="new"
          name="new"
          type="password"
          label="New password"
          hint={NEW_PASSWORD_HINT}
          autoComplete="new-password"
          width="medium"
          error={problems.new}
        />
        <Button>Change password</Button>
      </Form>
    </Page>
  );
}

function summaryOf(problems: Problems) {
  return (["current", "new"] as const).flatMap((fieldId) => {
    const text = problems[fieldId];
    return text === undefined ? [] : [{ fieldId, text }];
  });
}
