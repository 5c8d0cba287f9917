import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { RemoveDetailsPage } from "~/components/remove-details/remove-details-page";
import { donePath } from "~/components/remove-details/remove-paths";
import { isOfManager } from "~/components/remove-details/remove-words";
import { sentRemoval } from "~/components/remove-details/sent-removal";
import type { PageHandle } from "~/components/shell/page-handle";
import { readRemoveDetailsAt, readRemoveDetailsForm } from "~/forms/remove-details";
import { orErrorPage } from "~/platform/or-error-page.server";
import { takeRemovalStep } from "~/services/personal-data/remove-steps.server";
import { viewRemovalOrDone } from "~/services/personal-data/remove-view.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Remove personal details - Inclusion Review" }];

/** What was found is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

type Params = LoaderFunctionArgs["params"];

function placeIn(request: Request, { urn = "", id = "" }: Params) {
  const { answer, action, copy, done } = readRemoveDetailsAt(request.url);
  return {
    place: { urn, visitId: null, responseId: id, answerKey: answer, actionId: action },
    copy,
    done,
  };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { place, copy, done } = placeIn(request, params);
  const viewing = viewRemovalOrDone(context.app, actor, { ...place, removalId: done });
  const { view, removed } = await orErrorPage(context, viewing);
  const school = isOfManager(view) ? null : schoolHeading(view);
  return data({ view, copy, removed, school }, { status: view.kind === "form" ? 200 : 403 });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { place } = placeIn(request, params);
  const typed = readRemoveDetailsForm(await request.formData());
  const step = takeRemovalStep(context.app, actor, { ...place, ...typed });
  const outcome = await orErrorPage(context, step);
  if (outcome.kind === "removed") return redirect(donePath(request.url, outcome.removalId));
  const sent = sentRemoval(outcome, typed);
  return data(sent, { status: sent.error === null ? 200 : 422 });
}

export default function RemoveDetails() {
  const { view, copy, removed } = useLoaderData<typeof loader>();
  return (
    <RemoveDetailsPage
      view={view}
      copy={copy}
      removed={removed}
      sent={useActionData<typeof action>() ?? null}
    />
  );
}
