import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { provePath } from "~/auth/prove-path";
import { provingPage, type ProvingPage } from "~/auth/proving-page.server";
import { requireActor } from "~/auth/session.server";
import { proofWords } from "~/components/account/proof-words";
import { RequestsPage, type SentRequest } from "~/components/personal-data/requests-page";
import type { PageHandle } from "~/components/shell/page-handle";
import type { Actor } from "~/domain/policy/actor";
import { SubjectRequestSchema } from "~/forms/personal-data";
import type { RequestContext } from "~/platform/load-context";
import { orErrorPage } from "~/platform/or-error-page.server";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import {
  eraseOnRequest,
  findSubject,
  giveData,
  viewRequests,
  type RequestProblem,
} from "~/services/personal-data/export-requests.server";

export const handle = { organisationNav: "settings" } satisfies PageHandle;
export const meta: MetaFunction = () => [
  { title: "Someone asked for their data - Inclusion Review" },
];
export const headers = keepActionHeaders;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const page = await provingPage(request, context);
  const view = await orErrorPage(context, viewRequests(context.app, actor, { key, page }));
  return { view, organisation: view.organisation };
}

const NOBODY = "Nobody of your organisation has this address. Check it, then try again";

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const posted = SubjectRequestSchema.parse(Object.fromEntries(await request.formData()));
  const page = await provingPage(request, context);
  const { email, how, asked } = posted;
  const looking = findSubject(context.app, actor, { key, email });
  const found = await orErrorPage(context, looking);
  const blank = { problems: [], proof: {}, copyKey: null, erased: false };
  const shown: SentRequest = { email, how, asked, found, ...blank };
  if (found === null) {
    const problems = [{ field: "email" as const, message: NOBODY }];
    return data<SentRequest>({ ...shown, problems }, { status: 422 });
  }
  if (posted.intent === "find") return data<SentRequest>(shown);
  if (posted.way === "provider") return redirect(provePath(page.purpose));
  const asking = { ...posted, key, page, userId: found.userId };
  const done = await answer(context, actor, asking);
  if (done.ok) {
    const erased = done.value === null;
    return data<SentRequest>({ ...shown, found: null, copyKey: done.value, erased });
  }
  const { status, ...sent } = wordsOf(done.problem, posted);
  return data<SentRequest>({ ...shown, ...sent }, { status, headers: retryAfter(status) });
}

type Posted = ReturnType<typeof SubjectRequestSchema.parse> & { key: string; page: ProvingPage };

/** The key of a copy, or null once the account is erased. */
async function answer(context: RequestContext, actor: Actor, posted: Posted) {
  const { key, page, intent, userId, how, asked, password, code } = posted;
  const proof = { password, code, address: context.clientIp, page };
  const request = { key, fields: { userId, how, asked }, proof };
  if (intent === "erase") {
    return orErrorPage(context, eraseOnRequest(context.app, actor, request));
  }
  const given = await orErrorPage(context, giveData(context.app, actor, request));
  return given.ok ? { ok: true as const, value: given.value.key } : given;
}

function wordsOf(problems: readonly RequestProblem[], posted: { code: string }) {
  const proof = problems.flatMap((one) => (one.field === "proof" ? [one.code] : []))[0];
  return {
    status: proof === "too-many" ? 429 : 422,
    problems: problems.flatMap((one) => (one.field === "proof" ? [] : [one])),
    proof: proof === undefined ? {} : proofWords(proof, posted),
  };
}

export default function Requests() {
  const { view } = useLoaderData<typeof loader>();
  return <RequestsPage view={view} sent={useActionData<typeof action>() ?? null} />;
}
