import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { provePath } from "~/auth/prove-path";
import { provingPage } from "~/auth/proving-page.server";
import { requireActor } from "~/auth/session.server";
import { proofWords } from "~/components/account/proof-words";
import { ProveAgain, proofSummary } from "~/components/account/prove-again";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/form/error-summary";
import { Page } from "~/components/page";
import { Notice } from "~/components/panels/notice";
import { ProofSchema } from "~/forms/proof";
import { orErrorPage } from "~/platform/or-error-page.server";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import { resetSecondFactor, viewColleague } from "~/services/account/reset-second-factor.server";

export const meta: MetaFunction = () => [{ title: "Lost authenticator app - Inclusion Review" }];

export const headers = keepActionHeaders;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const userId = params["person"] ?? "";
  const page = await provingPage(request, context);
  const viewing = viewColleague(context.app, actor, { userId, page });
  const colleague = await orErrorPage(context, viewing);
  return { ...colleague, reset: new URL(request.url).searchParams.has("reset") };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const userId = params["person"] ?? "";
  const typed = ProofSchema.parse(Object.fromEntries(await request.formData()));
  const page = await provingPage(request, context);
  if (typed.way === "provider") return redirect(provePath(page.purpose));
  const input = { userId, ...typed, address: context.clientIp, page };
  const result = await orErrorPage(context, resetSecondFactor(context.app, actor, input));
  if (result.ok) return redirect(`${new URL(request.url).pathname}?reset=1`);
  const status = result.problem === "too-many" ? 429 : 422;
  const errors = proofWords(result.problem, typed);
  return data({ errors }, { status, headers: retryAfter(status) });
}

export default function LostSecondFactor() {
  const { name, email, hasSecondFactor, ways, reset } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  if (!hasSecondFactor) return <NoApp name={name} reset={reset} />;
  return (
    <Page
      title={`Let ${name} set up the app again`}
      template="thing"
      above={<ErrorSummary errors={proofSummary(errors)} />}
      lede={`${email}. For someone who lost the app and has no recovery codes left.`}
    >
      <p className="ir-body">
        Speak to {name} first, on a number you know, so that nobody else is asking. The app and the
        codes then stop working, {name} is signed out everywhere and told by e-mail. That you did
        this stays in the record.
      </p>
      <Form method="post" noValidate>
        <ProveAgain
          ways={ways}
          errors={errors}
          label="Your own password"
          act={<Button>Take the lost app away</Button>}
        />
      </Form>
    </Page>
  );
}

/** `reset`: it has just been taken away. */
const NoApp = ({ name, reset }: { name: string; reset: boolean }) => (
  <Page
    title={`${name} has no authenticator app`}
    template="thing"
    above={
      reset ? (
        <Notice>
          The lost app is taken away. {name} is signed out everywhere and told by e-mail.
        </Notice>
      ) : null
    }
  >
    <p className="ir-body">
      {name} signs in with the password alone, or sets an app up at the next sign-in where the role
      asks for one.
    </p>
    <p>
      <Link to="/">Go to your first page</Link>
    </p>
  </Page>
);
