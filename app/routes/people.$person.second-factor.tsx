import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { TOO_MANY, WAIT_SECONDS } from "~/components/account/password-words";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextInput } from "~/components/form/text-input";
import { Page } from "~/components/page";
import { Notice } from "~/components/panels/notice";
import { z } from "~/domain/zod";
import { ResetSecondFactorSchema } from "~/forms/second-factor";
import { orErrorPage } from "~/platform/or-error-page.server";
import { resetSecondFactor, viewColleague } from "~/services/account/reset-second-factor.server";

export const meta: MetaFunction = () => [{ title: "Lost authenticator app - Inclusion Review" }];

/** A page keeps `Retry-After` of what answered it only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const userId = params["person"] ?? "";
  return orErrorPage(context, viewColleague(context.app, actor, userId));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const userId = params["person"] ?? "";
  const parsed = ResetSecondFactorSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) {
    await orErrorPage(context, viewColleague(context.app, actor, userId));
    const problem = z.flattenError(parsed.error).fieldErrors.password?.[0] ?? "";
    return data({ problem }, { status: 422 });
  }
  const input = { userId, password: parsed.data.password, address: context.clientIp };
  const result = await orErrorPage(context, resetSecondFactor(context.app, actor, input));
  if (result.ok) return redirect(new URL(request.url).pathname);
  if (result.problem === "too-many") {
    return data({ problem: TOO_MANY }, { status: 429, headers: { "Retry-After": WAIT_SECONDS } });
  }
  const problem = "That is not your password. Check it, then try again";
  return data({ problem }, { status: 422 });
}

export default function LostSecondFactor() {
  const { name, email, hasSecondFactor } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!hasSecondFactor) {
    return (
      <Page title={`${name} has no authenticator app`} template="thing">
        <Notice>
          {name} signs in with the password alone, or sets an app up at the next sign-in where the
          role asks for one.
        </Notice>
      </Page>
    );
  }
  return (
    <Page
      title={`Let ${name} set up the app again`}
      template="thing"
      above={<ErrorSummary errors={problem ? [{ fieldId: "password", text: problem }] : []} />}
      lede={`${email}. For someone who lost the app and has no recovery codes left.`}
    >
      <p className="ir-body">
        Speak to {name} first, on a number you know, so that nobody else is asking. The app and the
        codes then stop working, {name} is signed out everywhere and told by e-mail. That you did
        this stays in the record.
      </p>
      <Form method="post" noValidate>
        <TextInput
          id="password"
          name="password"
          type="password"
          label="Your own password"
          autoComplete="current-password"
          width="medium"
          error={problem}
        />
        <Button>Take the lost app away</Button>
      </Form>
    </Page>
  );
}
