import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownPath } from "~/auth/next-path";
import { getActor } from "~/auth/session.server";
import { goToProvider } from "~/auth/single-sign-on/go-to-provider.server";
import { GoingToProvider } from "~/components/account/going-to-provider";
import { ProviderButtons } from "~/components/account/provider-buttons";
import { SingleSignOnStopped } from "~/components/account/single-sign-on-stopped";
import { singleSignOnWords } from "~/components/account/single-sign-on-words";
import { Page } from "~/components/page";
import type { SingleSignOnProblem } from "~/domain/account/single-sign-on";
import { ProviderButtonSchema } from "~/forms/single-sign-on";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import { listProviders, startSignIn } from "~/services/account/start-single-sign-on.server";

export const meta: MetaFunction = () => [{ title: "Sign in - Inclusion Review" }];

export const headers = keepActionHeaders;

/** Opening the address begins nothing: programs that look at links open it too. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const next = ownPath(new URL(request.url).searchParams.get("next"));
  const provider = listProviders(context.app).find(({ key }) => key === params["provider"]);
  if (provider === undefined) return data({ next, provider: null }, { status: 404 });
  if ((await getActor(request, context)) !== null) return redirect(next ?? "/");
  return data({ next, provider });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { app, clientIp: address } = context;
  const key = params["provider"] ?? "";
  const form = ProviderButtonSchema.parse(Object.fromEntries(await request.formData()));
  const { invitation } = form;
  const asked = { provider: key, address, next: ownPath(form.next), invitation };
  const started = await startSignIn(app, asked);
  if (!started.ok) return stopped(started.problem);
  const { name, url } = started.value;
  return data(
    { going: { name, url }, problem: null },
    { headers: await goToProvider(app, started.value) },
  );
}

function stopped(problem: SingleSignOnProblem) {
  const { status } = singleSignOnWords(problem, "");
  return data({ going: null, problem }, { status, headers: retryAfter(status) });
}

export default function SignInWith() {
  const { next, provider } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const name = provider?.name ?? "";
  if (answer?.going) return <GoingToProvider {...answer.going} />;
  const problem = answer?.problem ?? (provider === null ? "unknown-provider" : null);
  if (problem !== null || provider === null) {
    const why = problem ?? "unknown-provider";
    return <SingleSignOnStopped problem={why} name={name} signedIn={false} />;
  }
  return (
    <Page
      template="thing"
      title={`Sign in with ${name}`}
      lede="For people who have connected their account there to theirs here."
    >
      <ProviderButtons providers={[provider]} verb="Go on to" next={next} />
    </Page>
  );
}
