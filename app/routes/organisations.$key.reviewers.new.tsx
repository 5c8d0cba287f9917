import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { NewReviewerPage } from "~/components/reviewers/new-reviewer-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { whoSeesRegister } from "~/domain/policy/who-sees-register";
import { fieldOf } from "~/forms/invitation";
import { BLANK_ENTRY, readEntry } from "~/forms/reviewer";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { addReviewer } from "~/services/reviewers/change-register.server";
import { viewNewReviewer } from "~/services/reviewers/view-register.server";

export const handle = { organisationNav: "reviewers" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Add a reviewer - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewNewReviewer(context.app, actor, params["key"] ?? "");
  const view = await orErrorPage(context, viewed);
  const { organisation } = view;
  return { view, organisation, whoCanSee: whoSeesRegister(organisation.name) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const form = await request.formData();
  const typed = readEntry(form);
  const person = fieldOf(form, "person");
  const adding = addReviewer(context.app, actor, { key, userId: person, typed });
  const added = await orErrorPage(context, adding);
  if (added.ok) return redirect(`/organisations/${key}/reviewers/${added.value.id}?done=added`);
  const { problem } = added;
  if (problem.kind === "conflict") {
    throw toErrorResponse(new AppError("conflict"), context.requestId);
  }
  return data({ typed, person, problems: problem.problems }, { status: 422 });
}

export default function NewReviewer() {
  const { view, whoCanSee } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <NewReviewerPage
      view={view}
      typed={sent?.typed ?? BLANK_ENTRY}
      person={sent?.person ?? ""}
      problems={sent?.problems ?? []}
      whoCanSee={whoCanSee}
    />
  );
}
