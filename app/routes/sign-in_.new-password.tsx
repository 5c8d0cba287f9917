import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { NEW_PASSWORD_HINT, NEW_PASSWORD_WORDS } from "~/components/account/password-words";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextInput } from "~/components/form/text-input";
import { Page } from "~/components/page";
import { z } from "~/domain/zod";
import { NewPasswordSchema } from "~/forms/password-reset";
import { retryAfter } from "~/platform/retry-after";
import { secretAddressHeaders } from "~/platform/secret-address";
import { resetPassword, viewPasswordReset } from "~/services/account/reset-password.server";

export const meta: MetaFunction = () => [{ title: "Choose a new password - Inclusion Review" }];

export const headers = secretAddressHeaders;

/** Opening the link only reads: scanners of mail open it too. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = { token: tokenOf(request), address: context.clientIp };
  const found = await viewPasswordReset(context.app, asked);
  if (found.ok) return data({ email: found.value.email, refused: null });
  return data({ email: null, refused: found.problem }, refusalOf(found.problem));
}

type Refusal = "gone" | "too-many";

function refusalOf(problem: Refusal): ResponseInit {
  const status = problem === "gone" ? 410 : 429;
  return { status, headers: retryAfter(status) };
}

/** The form posts to its own address, so the link's token comes with it; it is never in a log. */
function tokenOf(request: Request): string {
  return (new URL(request.url).searchParams.get("token") ?? "").slice(0, 200);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const parsed = NewPasswordSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) {
    const problem = z.flattenError(parsed.error).fieldErrors.new?.[0] ?? "";
    return data({ problem, refused: null }, { status: 422 });
  }
  const { new: password } = parsed.data;
  const asked = { token: tokenOf(request), address: context.clientIp };
  const result = await resetPassword(context.app, { ...asked, password });
  if (result.ok) return redirect("/sign-in?reset=1");
  const { problem } = result;
  if (problem === "gone" || problem === "too-many") {
    return data({ problem: null, refused: problem }, refusalOf(problem));
  }
  return data({ problem: NEW_PASSWORD_WORDS[problem], refused: null }, { status: 422 });
}

export default function NewPassword() {
  const { email, refused } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer?.refused ?? refused;
  if (refusal === "too-many") return <Waiting />;
  if (email === null || refusal === "gone") return <Gone />;
  const problem = answer?.problem ?? undefined;
  return (
    <Page
      title="Choose a new password"
      template="thing"
      above={<ErrorSummary errors={problem ? [{ fieldId: "new", text: problem }] : []} />}
      lede={`For ${email}. You are then signed out everywhere, and sign in with the new one.`}
    >
      <Form method="post" noValidate>
        <TextInput
          id="new"
          name="new"
          type="password"
          label="New password"
          hint={NEW_PASSWORD_HINT}
          autoComplete="new-password"
          width="medium"
          error={problem}
        />
        <Button>Set the new password</Button>
      </Form>
    </Page>
  );
}

const Gone = () => (
  <Page
    title="This link no longer works"
    template="thing"
    lede="A link works once, for 30 minutes. Your password is as it was."
  >
    <ButtonLink to="/sign-in/forgotten">Ask for a new link</ButtonLink>
  </Page>
);

const Waiting = () => (
  <Page
    title="You have tried several times"
    template="thing"
    lede="Wait 10 minutes, then open the link again."
  >
    <p className="ir-body">Your password is as it was.</p>
  </Page>
);
