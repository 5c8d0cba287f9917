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
import { blankSessionCookie } from "~/auth/session-cookie.server";
import { proofWords, type ProofErrors } from "~/components/account/proof-words";
import { OwnErasurePage } from "~/components/personal-data/own-erasure-page";
import { OwnErasureSchema } from "~/forms/personal-data";
import { orErrorPage } from "~/platform/or-error-page.server";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import {
  eraseOwnAccount,
  viewOwnErasure,
  type OwnErasureProblem,
} from "~/services/personal-data/erase-own-account.server";

export const meta: MetaFunction = () => [{ title: "Erase your account - Inclusion Review" }];
export const headers = keepActionHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const page = await provingPage(request, context);
  return orErrorPage(context, viewOwnErasure(context.app, actor, page));
}

type Errors = ProofErrors & { sure?: string };

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = Object.fromEntries(await request.formData());
  const { sure, way, ...typed } = OwnErasureSchema.parse(form);
  const page = await provingPage(request, context);
  if (way === "provider") return redirect(provePath(page.purpose));
  const proof = { ...typed, address: context.clientIp, page };
  const erasing = eraseOwnAccount(context.app, actor, { proof, sure });
  const erased = await orErrorPage(context, erasing);
  if (erased.ok) {
    const cookie = blankSessionCookie(context.app);
    return redirect("/privacy?erased=1", { headers: { "Set-Cookie": cookie } });
  }
  const status = erased.problem.code === "too-many" ? 429 : 422;
  const errors = errorsOf(erased.problem, typed);
  return data({ errors, sure }, { status, headers: retryAfter(status) });
}

/** Where someone has to follow first the page says so by itself. */
function errorsOf(problem: OwnErasureProblem, typed: { code: string }): Errors {
  if (problem.code === "last-keeper") return {};
  if (problem.code === "not-sure") return { sure: "Tick the box once you have read both lists" };
  return proofWords(problem.code, typed);
}

export default function DeleteAccount() {
  const view = useLoaderData<typeof loader>();
  const { errors = {}, sure = false } = useActionData<typeof action>() ?? {};
  return <OwnErasurePage view={view} errors={errors} sure={sure} />;
}
