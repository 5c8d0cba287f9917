import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { OwnRegisterPage } from "~/components/reviewers/own-register-page";
import { whoSeesRegister } from "~/domain/policy/who-sees-register";
import { fieldOf } from "~/forms/invitation";
import { readInterestChange } from "~/forms/reviewer";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  changeOwnInterests,
  changeOwnOffer,
  viewOwnRegister,
} from "~/services/reviewers/own-register.server";

export const meta: MetaFunction = () => [
  { title: "What we hold about you as a reviewer - Inclusion Review" },
];

const TOLD: Record<string, string> = {
  interests: "Your list of interests is saved.",
  offer: "The number of visits you offer is saved.",
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const viewed = viewOwnRegister(context.app, actor, query.get("q") ?? "");
  const entries = await orErrorPage(context, viewed);
  const told = TOLD[query.get("done") ?? ""] ?? null;
  const names = entries.map(({ organisation }) => organisation);
  const whoCanSee = whoSeesRegister(names.length === 0 ? "the organisation" : names.join(" and "));
  return { entries, told, whoCanSee };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await request.formData();
  const { app } = context;
  const reviewerId = fieldOf(form, "reviewer");
  if (fieldOf(form, "intent") === "offer") {
    const typed = fieldOf(form, "offered");
    const changed = await orErrorPage(context, changeOwnOffer(app, actor, { reviewerId, typed }));
    if (changed.ok) return redirect("/visits/register?done=offer");
    return data({ reviewerId, typed, problem: changed.problem }, { status: 422 });
  }
  const change = readInterestChange(form);
  if (change === null) throw toErrorResponse(new AppError("bad-request"), context.requestId);
  await orErrorPage(context, changeOwnInterests(app, actor, { reviewerId, change }));
  return redirect("/visits/register?done=interests");
}

export default function OwnRegister() {
  const { entries, told, whoCanSee } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <OwnRegisterPage entries={entries} told={told} offer={sent ?? null} whoCanSee={whoCanSee} />
  );
}
