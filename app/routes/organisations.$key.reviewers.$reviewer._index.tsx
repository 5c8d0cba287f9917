import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ReviewerPage, type SentEntry } from "~/components/reviewers/reviewer-page";
import type { PageHandle } from "~/components/shell/page-handle";
import type { Actor } from "~/domain/policy/actor";
import { whoSeesRegister } from "~/domain/policy/who-sees-register";
import { readVersion } from "~/forms/action";
import { fieldOf } from "~/forms/invitation";
import { readEntry, readInterestChange } from "~/forms/reviewer";
import type { App } from "~/platform/app.server";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  changeReviewer,
  endReviewer,
  noteAssurance,
} from "~/services/reviewers/change-register.server";
import { changeInterests } from "~/services/reviewers/interests.server";
import { loadReviewer } from "~/services/reviewers/load-reviewer.server";
import { viewReviewer } from "~/services/reviewers/view-reviewer.server";

export const handle = { organisationNav: "reviewers", wide: true } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.name ?? "A reviewer"} - Inclusion Review` },
];

const TOLD: Record<string, string> = {
  added: "Added to the register.",
  saved: "Saved.",
  assured: "Noted that you have seen identity and DBS check.",
  interests: "The list of interests is saved.",
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", reviewer: reviewerId = "" } = params;
  const query = new URL(request.url).searchParams;
  const asked = { key, reviewerId, query: query.get("q") ?? "" };
  const view = await orErrorPage(context, viewReviewer(context.app, actor, asked));
  const { organisation } = view;
  const told = TOLD[query.get("done") ?? ""] ?? null;
  return { view, organisation, told, whoCanSee: whoSeesRegister(organisation.name) };
}

const NOTHING: SentEntry = { typed: null, seenOn: "", version: null, problems: [], stands: null };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", reviewer: reviewerId = "" } = params;
  const form = await request.formData();
  const { app } = context;
  const at = { key, reviewerId };
  const done = (what: string) =>
    redirect(`/organisations/${key}/reviewers/${reviewerId}?done=${what}`);
  switch (fieldOf(form, "intent")) {
    case "save": {
      const sent = await orErrorPage(context, save(app, actor, { at, form }));
      return sent === null ? done("saved") : data(sent.answer, { status: sent.status });
    }
    case "assure": {
      const seenOn = fieldOf(form, "seenOn");
      const noted = await orErrorPage(context, noteAssurance(app, actor, { ...at, seenOn }));
      if (noted.ok) return done("assured");
      const problems = [{ field: "seenOn", message: noted.problem }];
      return data({ ...NOTHING, seenOn, problems }, { status: 422 });
    }
    case "end":
      await orErrorPage(context, endReviewer(app, actor, at));
      return redirect(`/organisations/${key}/reviewers?ended=1`);
    default: {
      const { row } = await orErrorPage(context, loadReviewer(app, actor, at));
      const change = readInterestChange(form);
      if (change === null) throw toErrorResponse(new AppError("bad-request"), context.requestId);
      await orErrorPage(context, changeInterests(app, actor, { row, change }));
      return done("interests");
    }
  }
}

type Saving = { at: { key: string; reviewerId: string }; form: FormData };

/** Null where it was kept. */
async function save(app: App, actor: Actor, { at, form }: Saving) {
  const typed = readEntry(form);
  const version = readVersion(form);
  const changed = await changeReviewer(app, actor, { ...at, typed, version });
  if (changed.ok) return null;
  const { problem } = changed;
  const sent: SentEntry = { ...NOTHING, typed, version };
  if (problem.kind === "problems") {
    return { status: 422, answer: { ...sent, problems: problem.problems } };
  }
  const { stands, version: now } = problem;
  return { status: 409, answer: { ...sent, stands, version: now } };
}

export default function Reviewer() {
  const { view, told, whoCanSee } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <ReviewerPage view={view} sent={sent ?? null} told={told} whoCanSee={whoCanSee} />;
}
