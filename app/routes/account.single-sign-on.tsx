import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getSession, requireActor } from "~/auth/session.server";
import { readBrowserSecret } from "~/auth/single-sign-on/browser-cookies.server";
import { goToProvider } from "~/auth/single-sign-on/go-to-provider.server";
import { GoingToProvider } from "~/components/account/going-to-provider";
import { SingleSignOnPage } from "~/components/account/single-sign-on-page";
import { proofWords } from "~/components/account/single-sign-on-words";
import { SingleSignOnSchema } from "~/forms/single-sign-on";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import {
  disconnectIdentity,
  viewSingleSignOn,
} from "~/services/account/manage-single-sign-on.server";
import { connectPending } from "~/services/account/pending-identity.server";
import { startConnecting } from "~/services/account/start-single-sign-on.server";

export const meta: MetaFunction = () => [{ title: "Single sign-on - Inclusion Review" }];

export const headers = keepActionHeaders;

const PATH = "/account/single-sign-on";

async function browserOf({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const session = await getSession(request, context);
  const pending = await readBrowserSecret(request, { app: context.app, kind: "pending" });
  return { pending, sessionId: session?.id ?? "" };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await viewSingleSignOn(context.app, actor, await browserOf({ request, context }));
  const { searchParams } = new URL(request.url);
  const told = (["connected", "disconnected", "arrived"] as const).find((name) =>
    searchParams.has(name),
  );
  return { ...view, told: told ?? null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { app, clientIp: address } = context;
  const browser = await browserOf({ request, context });
  const form = SingleSignOnSchema.parse(Object.fromEntries(await request.formData()));
  const { intent, provider, password } = form;
  if (intent === "connect-waiting") {
    const done = await connectPending(app, actor, browser);
    return done.ok ? redirect(`${PATH}?connected=1`) : stopped(done.problem, "waiting");
  }
  const input = { provider, password, address, sessionId: browser.sessionId };
  if (intent === "disconnect") {
    const done = await disconnectIdentity(app, actor, input);
    return done.ok ? redirect(`${PATH}?disconnected=1`) : stopped(done.problem, provider);
  }
  const started = await startConnecting(app, actor, input);
  if (!started.ok) return stopped(started.problem, provider);
  const { name, url } = started.value;
  const answer = { going: { name, url }, problem: null };
  return data(answer, { headers: await goToProvider(app, started.value) });
}

function stopped(problem: Parameters<typeof proofWords>[0], at: string) {
  const status = problem === "too-many" ? 429 : 422;
  const answer = { going: null, problem: { at, text: proofWords(problem) } };
  return data(answer, { status, headers: retryAfter(status) });
}

export default function SingleSignOn() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.going) return <GoingToProvider {...answer.going} />;
  return <SingleSignOnPage view={view} problem={answer?.problem ?? null} />;
}
