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
import { ChangeEmailPage, type EmailErrors } from "~/components/account/change-email-page";
import { proofWords } from "~/components/account/proof-words";
import { PERSON_WORDS } from "~/domain/people/person-fields";
import { ChangeEmailSchema } from "~/forms/change-email";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import {
  askEmailChange,
  cancelEmailChange,
  viewChangeEmail,
  type EmailProblem,
} from "~/services/account/change-email.server";
import type { ProofCode } from "~/services/account/prove-again.server";

export const meta: MetaFunction = () => [
  { title: "Change your e-mail address - Inclusion Review" },
];

export const headers = keepActionHeaders;

/** Brings the address typed back from the provider. */
const TYPED = "new";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const page = await provingPage(request, context);
  const view = await viewChangeEmail(context.app, actor, page);
  const query = new URL(request.url).searchParams;
  // No address alone fills the box: its reader has just come back from their provider.
  const typed = view.ways.fresh ? (query.get(TYPED) ?? "") : "";
  return { view, told: toldOf(query), typed };
}

function toldOf(query: URLSearchParams): string | null {
  if (query.has("asked")) return "The link is on its way to the new address.";
  return query.has("stopped") ? "The change is stopped. Your address stays as it is." : null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = ChangeEmailSchema.parse(Object.fromEntries(await request.formData()));
  if (form.intent === "cancel") {
    await cancelEmailChange(context.app, actor);
    return redirect("/account/email?stopped=1");
  }
  const page = await provingPage(request, context);
  const { email, password, code } = form;
  if (form.way === "provider") {
    return redirect(
      provePath(`${page.purpose}?${new URLSearchParams({ [TYPED]: email }).toString()}`),
    );
  }
  const proof = { password, code, address: context.clientIp, page };
  const asked = await askEmailChange(context.app, actor, { email, proof });
  if (asked.ok) return redirect("/account/email?asked=1");
  const status = asked.problem === "too-many" ? 429 : 422;
  const errors = errorsOf(asked.problem, { code });
  return data({ typed: email, errors }, { status, headers: retryAfter(status) });
}

function errorsOf(problem: EmailProblem | ProofCode, typed: { code: string }): EmailErrors {
  if (problem === "not-an-address") return { email: PERSON_WORDS.email };
  if (problem === "same") return { email: "Enter another address: this one is yours already" };
  return proofWords(problem, typed);
}

export default function ChangeEmail() {
  const { view, told, typed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ChangeEmailPage
      view={view}
      told={told}
      typed={refused?.typed ?? typed}
      errors={refused?.errors ?? {}}
    />
  );
}
