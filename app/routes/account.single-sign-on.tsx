import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { provePath } from "~/auth/prove-path";
import { provingPage } from "~/auth/proving-page.server";
import { requireActor } from "~/auth/session.server";
import { readBrowserSecret } from "~/auth/single-sign-on/browser-cookies.server";
import { goToProvider } from "~/auth/single-sign-on/go-to-provider.server";
import { GoingToProvider } from "~/components/account/going-to-provider";
import { proofWords } from "~/components/account/proof-words";
import { SingleSignOnPage, type SingleSignOnStop } from "~/components/account/single-sign-on-page";
import {
  changeWords,
  isWayProblem,
  type WayProblem,
} from "~/components/account/single-sign-on-words";
import { SingleSignOnSchema } from "~/forms/single-sign-on";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import {
  disconnectIdentity,
  viewSingleSignOn,
} from "~/services/account/manage-single-sign-on.server";
import { connectPending } from "~/services/account/pending-identity.server";
import type { ProofCode } from "~/services/account/prove-again.server";
import { startConnecting } from "~/services/account/start-single-sign-on.server";

export const meta: MetaFunction = () => [{ title: "Single sign-on - Inclusion Review" }];

export const headers = keepActionHeaders;

const PATH = "/account/single-sign-on";

async function browserOf({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const page = await provingPage(request, context);
  const pending = await readBrowserSecret(request, { app: context.app, kind: "pending" });
  return { page, pending };
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
  const { page, pending } = await browserOf({ request, context });
  const { sessionId } = page;
  const form = SingleSignOnSchema.parse(Object.fromEntries(await request.formData()));
  const { intent, provider, way, password, code } = form;
  if (intent === "connect-waiting") {
    const done = await connectPending(app, actor, { pending, sessionId });
    return done.ok ? redirect(`${PATH}?connected=1`) : stopped(done.problem, { at: "waiting" });
  }
  if (way === "provider") return redirect(provePath(page.purpose));
  const change = { provider, sessionId, proof: { password, code, address, page } };
  if (intent === "disconnect") {
    const done = await disconnectIdentity(app, actor, change);
    return done.ok
      ? redirect(`${PATH}?disconnected=1`)
      : stopped(done.problem, { at: provider, code });
  }
  const started = await startConnecting(app, actor, change);
  if (!started.ok) return stopped(started.problem, { at: provider, code });
  const { name, url } = started.value;
  const answer = { going: { name, url }, problem: null };
  return data(answer, { headers: await goToProvider(app, started.value) });
}

function stopped(why: WayProblem | ProofCode, { at, code = "" }: { at: string; code?: string }) {
  const status = why === "too-many" ? 429 : 422;
  const problem: SingleSignOnStop = isWayProblem(why)
    ? { at, proof: {}, text: changeWords(why) }
    : { at, proof: proofWords(why, { code }), text: null };
  return data({ going: null, problem }, { status, headers: retryAfter(status) });
}

export default function SingleSignOn() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.going) return <GoingToProvider {...answer.going} />;
  return <SingleSignOnPage view={view} problem={answer?.problem ?? null} />;
}
