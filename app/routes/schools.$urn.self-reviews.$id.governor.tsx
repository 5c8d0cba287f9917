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
import { governorProblem } from "~/components/signing/governor-errors";
import { GovernorPage } from "~/components/signing/governor-page";
import { RefusedPage } from "~/components/signing/refused-page";
import { isTickKept, withTick } from "~/components/signing/kept-tick";
import { placeOf, schoolPath, signedPath } from "~/components/signing/review-paths";
import type { Result } from "~/domain/result";
import { GovernorSchema } from "~/forms/sign";
import { orErrorPage } from "~/platform/or-error-page.server";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import {
  countersign,
  declineToSign,
  noteMinute,
  type GovernorProblem,
} from "~/services/signing/governor.server";
import { viewGovernor } from "~/services/signing/view-governor.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "The second signature - Inclusion Review" }];

export const headers = keepActionHeaders;

/** What was refused is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  const page = await provingPage(request, context);
  const view = await orErrorPage(context, viewGovernor(context.app, actor, { ...place, page }));
  const ticked = isTickKept(request, view);
  const status = view.kind === "refused" ? statusOf(view.reason) : 200;
  return data({ view, ticked, school: schoolHeading(view) }, { status });
}

const statusOf = (reason: string): number => (reason.startsWith("needs-") ? 403 : 409);

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  const form = GovernorSchema.parse(Object.fromEntries(await request.formData()));
  const { declared, password, code, intent, reason } = form;
  const page = await provingPage(request, context);
  if (form.way === "provider") return redirect(provePath(withTick(page.purpose, declared)));
  const proof = { password, code, address: context.clientIp, page };
  const { app } = context;
  const acts: Record<typeof intent, () => Promise<Result<unknown, GovernorProblem>>> = {
    countersign: () => countersign(app, actor, { ...place, declared, proof }),
    decline: () => declineToSign(app, actor, { ...place, reason }),
    minute: () => noteMinute(app, actor, { ...place, minute: reason }),
  };
  const view = await orErrorPage(context, viewGovernor(app, actor, place));
  const signed = signedPath(place, view.number);
  // Pressed twice, or another governor was quicker: the copy's own page says what happened.
  if (view.kind === "refused" && view.reason === "not-awaiting-governor" && view.number > 0) {
    return redirect(signed);
  }
  const result = await orErrorPage(context, acts[intent]());
  if (result.ok) return redirect(signed);
  const { status, errors, typed } = governorProblem(result.problem, form);
  return data({ errors, typed }, { status, headers: retryAfter(status) });
}

export default function Governor() {
  const { view, ticked } = useLoaderData<typeof loader>();
  const { errors = {}, typed = { declared: ticked } } = useActionData<typeof action>() ?? {};
  if (view.kind === "awaited") return <GovernorPage view={view} errors={errors} typed={typed} />;
  const back = { to: schoolPath(view.urn), label: view.schoolName };
  return <RefusedPage title={`Sign ${view.title}`} back={back} reason={view.reason} />;
}
