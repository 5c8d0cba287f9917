import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/auth/enter.server";
import { getSession } from "~/auth/session.server";
import { afterFirstFactor } from "~/auth/sign-in-paths";
import { browserCookie, readBrowserSecret } from "~/auth/single-sign-on/browser-cookies.server";
import { SingleSignOnStopped } from "~/components/account/single-sign-on-stopped";
import { singleSignOnWords } from "~/components/account/single-sign-on-words";
import { keepLoaderHeaders, retryAfter } from "~/platform/retry-after";
import { finishSingleSignOn, type Finished } from "~/services/account/finish-single-sign-on.server";
import { listProviders } from "~/services/account/start-single-sign-on.server";

export const meta: MetaFunction = () => [
  { title: "Sign in - Inclusion Review" },
  { name: "robots", content: "noindex" },
];

export const headers = keepLoaderHeaders;

/**
 * Where a provider sends the browser back to: the one step of signing in that has to be a GET. What it changes hangs on
 * a state of ours that counts once, and on the cookie of the browser that began.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { app, clientIp: address } = context;
  const provider = params["provider"] ?? "";
  const session = await getSession(request, context);
  // A look without reading, which some programs take, must not use the state up.
  const isLook = request.method !== "GET";
  const browser = isLook ? null : await readBrowserSecret(request, { app, kind: "trip" });
  const { searchParams: search } = new URL(request.url);
  const finished = await finishSingleSignOn(app, { provider, search, browser, session, address });
  if (finished.ok) return goOn({ request, context }, finished.value);
  const { problem } = finished;
  const name = listProviders(app).find(({ key }) => key === provider)?.name ?? "";
  const { status } = singleSignOnWords(problem, name);
  const answer = { problem, name, signedIn: session !== null };
  return data(answer, { status, headers: retryAfter(status) });
}

type Args = Pick<LoaderFunctionArgs, "request" | "context">;

async function goOn({ request, context }: Args, finished: Finished) {
  const { app } = context;
  const headers = new Headers();
  headers.append("Set-Cookie", await browserCookie(app, { kind: "trip", secret: "" }));
  switch (finished.kind) {
    case "signed-in":
      headers.append("Set-Cookie", await enter(request, context, finished));
      return redirect(afterFirstFactor(finished, finished.next), { headers });
    case "unknown": {
      const secret = finished.pending;
      headers.append("Set-Cookie", await browserCookie(app, { kind: "pending", secret }));
      return redirect("/sign-in/not-connected", { headers });
    }
    case "done":
      return redirect(finished.path, { headers });
  }
}

export default function BackFromProvider() {
  return <SingleSignOnStopped {...useLoaderData<typeof loader>()} />;
}
