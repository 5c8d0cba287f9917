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
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { RefusedPage } from "~/components/signing/refused-page";
import { isTickKept, withTick } from "~/components/signing/kept-tick";
import { placeOf, reviewPath, schoolPath, signedPath } from "~/components/signing/review-paths";
import { SignPage } from "~/components/signing/sign-page";
import { signatureErrors, signatureStatus } from "~/components/signing/signature-errors";
import { londonDate } from "~/domain/calendar/format";
import { readSignForm } from "~/forms/sign";
import { orErrorPage } from "~/platform/or-error-page.server";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import { signResponse } from "~/services/signing/sign-response.server";
import { viewSign } from "~/services/signing/view-sign.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Sign - Inclusion Review" }];

export const headers = keepActionHeaders;

/** What was refused is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  const page = await provingPage(request, context);
  const view = await orErrorPage(context, viewSign(context.app, actor, { ...place, page }));
  if (view.kind === "already-signed") {
    const signed: Response = redirect(signedPath(place, view.number));
    throw signed;
  }
  const today = londonDate(context.app.clock.now());
  const status = view.kind === "refused" ? statusOf(view.reason) : 200;
  const ticked = isTickKept(request, view);
  return data({ view, today, ticked, school: schoolHeading(view) }, { status });
}

/** Not ready yet is a matter of time, not of role. */
const statusOf = (reason: string): number =>
  reason === "needs-head" || reason === "governors-read-signed-copies" ? 403 : 409;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  const form = readSignForm(await request.formData());
  const { declared, password, code, seen } = form;
  const page = await provingPage(request, context);
  if (form.way === "provider") return redirect(provePath(withTick(page.purpose, declared)));
  const proof = { password, code, address: context.clientIp, page };
  const signing = signResponse(context.app, actor, { ...place, declared, proof, seen });
  const result = await orErrorPage(context, signing);
  if (result.ok) return redirect(signedPath(place, result.value.number));
  const { problem } = result;
  if (problem.code === "already-signed") return redirect(signedPath(place, problem.number));
  const errors = signatureErrors(problem, { code });
  const status = signatureStatus(problem.code);
  return data({ errors, declared }, { status, headers: retryAfter(status) });
}

export default function Sign() {
  const { view, today, ticked } = useLoaderData<typeof loader>();
  const { errors = {}, declared = ticked } = useActionData<typeof action>() ?? {};
  if (view.kind === "sign") {
    return <SignPage view={view} today={today} errors={errors} declared={declared} />;
  }
  const isGovernor = view.reason === "governors-read-signed-copies";
  const back = isGovernor
    ? { to: schoolPath(view.urn), label: view.schoolName }
    : { to: reviewPath(view), label: view.title };
  return (
    <RefusedPage title={`Sign ${view.title}`} back={back} reason={view.reason} heads={view.heads} />
  );
}
