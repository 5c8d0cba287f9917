import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { TOO_MANY, WAIT_SECONDS } from "~/components/account/password-words";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextInput } from "~/components/form/text-input";
import { Page } from "~/components/page";
import { z } from "~/domain/zod";
import { AskResetSchema } from "~/forms/password-reset";
import { askPasswordReset } from "~/services/account/ask-password-reset.server";

export const meta: MetaFunction = () => [{ title: "Reset your password - Inclusion Review" }];

/** A page keeps `Retry-After` of what answered it only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const parsed = AskResetSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) {
    const problem = z.flattenError(parsed.error).fieldErrors.email?.[0] ?? "";
    return data({ asked: null, problem, email: "" }, { status: 422 });
  }
  const { email } = parsed.data;
  const result = await askPasswordReset(context.app, { email, address: context.clientIp });
  if (result.ok) return data({ asked: email, problem: null, email });
  const headers = { "Retry-After": WAIT_SECONDS };
  return data({ asked: null, problem: TOO_MANY, email }, { status: 429, headers });
}

export default function Forgotten() {
  const answer = useActionData<typeof action>();
  if (answer?.asked) return <Asked email={answer.asked} />;
  const problem = answer?.problem ?? undefined;
  return (
    <Page
      title="Reset your password"
      template="thing"
      back={{ to: "/sign-in", label: "Sign in" }}
      above={<ErrorSummary errors={problem ? [{ fieldId: "email", text: problem }] : []} />}
      lede="We send you a link to choose a new one. It works for 30 minutes."
    >
      <Form method="post" noValidate>
        <TextInput
          id="email"
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="username"
          width="medium"
          spellCheck={false}
          defaultValue={answer?.email ?? ""}
          error={problem}
        />
        <Button>Send the link</Button>
      </Form>
    </Page>
  );
}

function Asked({ email }: { email: string }) {
  return (
    <Page
      title="Look in your e-mail"
      template="thing"
      lede={`If ${email} is the address of an account, a link is on its way to it. It works once, for 30 minutes.`}
    >
      <p className="ir-body">
        Nothing there after a few minutes? Look among unwanted mail, and check the address. If you
        sign in through your school or council, you do not need a password, but may set one by the
        link.
      </p>
      <p>
        <Link to="/sign-in">Go to sign in</Link>
      </p>
    </Page>
  );
}
