import {
  data,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ownPath } from "~/auth/next-path";
import { getSession, requireActor } from "~/auth/session.server";
import { goToProvider } from "~/auth/single-sign-on/go-to-provider.server";
import { GoingToProvider } from "~/components/account/going-to-provider";
import { ProvePage } from "~/components/account/prove-page";
import { singleSignOnWords } from "~/components/account/single-sign-on-words";
import { ProveSchema } from "~/forms/single-sign-on";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import { startProving, viewProve } from "~/services/account/start-single-sign-on.server";

export const meta: MetaFunction = () => [{ title: "Show that it is you - Inclusion Review" }];

export const headers = keepActionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const session = await getSession(request, context);
  const path = ownPath(new URL(request.url).searchParams.get("for"));
  return viewProve(context.app, actor, { path, sessionId: session?.id ?? "" });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const session = await getSession(request, context);
  const { app, clientIp: address } = context;
  const form = ProveSchema.parse(Object.fromEntries(await request.formData()));
  const path = ownPath(form.for);
  if (path === null) return stopped("Go back to the page you came from, and start there", 422);
  const asked = { provider: form.provider, path, sessionId: session?.id ?? "", address };
  const started = await startProving(app, actor, asked);
  if (started.ok) {
    const { name, url } = started.value;
    const answer = { going: { name, url }, problem: null };
    return data(answer, { headers: await goToProvider(app, started.value) });
  }
  if (started.problem === "not-connected")
    return stopped("Choose an account you have connected", 422);
  const { title, text, status } = singleSignOnWords(started.problem, "That provider");
  return stopped(`${title}. ${text}`, status);
}

function stopped(problem: string, status: number) {
  return data({ going: null, problem }, { status, headers: retryAfter(status) });
}

export default function Prove() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.going) return <GoingToProvider {...answer.going} />;
  return <ProvePage view={view} problem={answer?.problem ?? null} />;
}
