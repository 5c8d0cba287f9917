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
import { proofWords, type ProofErrors } from "~/components/account/proof-words";
import { OwnDataPage } from "~/components/personal-data/own-data-page";
import { ProofSchema } from "~/forms/proof";
import { orErrorPage } from "~/platform/or-error-page.server";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import { askOwnData, viewOwnData } from "~/services/personal-data/export-own.server";

export const meta: MetaFunction = () => [{ title: "What is held about you - Inclusion Review" }];
export const headers = keepActionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const page = await provingPage(request, context);
  return orErrorPage(context, viewOwnData(context.app, actor, page));
}

type Sent = { errors: ProofErrors; copyKey: string | null };

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const typed = ProofSchema.parse(Object.fromEntries(await request.formData()));
  const page = await provingPage(request, context);
  if (typed.way === "provider") return redirect(provePath(page.purpose));
  const { password, code: figures } = typed;
  const proof = { password, code: figures, address: context.clientIp, page };
  const asked = await orErrorPage(context, askOwnData(context.app, actor, proof));
  if (asked.ok) return data<Sent>({ errors: {}, copyKey: asked.value.key });
  const { code } = asked.problem;
  const status = code === "too-many" ? 429 : 422;
  const errors = proofWords(code, typed);
  return data<Sent>({ errors, copyKey: null }, { status, headers: retryAfter(status) });
}

export default function MyData() {
  const { ways } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <OwnDataPage ways={ways} errors={sent?.errors ?? {}} copyKey={sent?.copyKey ?? null} />;
}
