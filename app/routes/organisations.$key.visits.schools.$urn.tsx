import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { SchoolMatchingPage, type SentSchool } from "~/components/matching/school-matching-page";
import type { PageHandle } from "~/components/shell/page-handle";
import type { Actor } from "~/domain/policy/actor";
import { whoSeesMatching } from "~/domain/policy/who-sees-register";
import { fieldOf } from "~/forms/invitation";
import {
  readChosenBoxes,
  readComing,
  readMatchingChoices,
  readOnePair,
} from "~/forms/visit-matching";
import type { App } from "~/platform/app.server";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { noteWish } from "~/services/matching/ask-for-visit.server";
import { confirmLines } from "~/services/matching/confirm-lines.server";
import { replaceReviewers } from "~/services/matching/replace-reviewers.server";
import { viewSchoolMatching } from "~/services/matching/view-school.server";
import { cancelVisit } from "~/services/visits/put-off.server";

export const handle = { organisationNav: "visits", wide: true } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `Who could visit ${loaded?.view.school.name ?? "a school"} - Inclusion Review` },
];

const TOLD: Record<string, string> = {
  proposed: "The visit is proposed. The school and both reviewers are asked by mail.",
  replaced: "The new pair is asked by mail.",
  wish: "Put down that the school asked for a visit.",
};

const choicesOf = (request: Request) => readMatchingChoices(new URL(request.url).searchParams);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const { key = "", urn = "" } = params;
  const choices = choicesOf(request);
  const asked = { key, urn, choices, replace: query.get("replace") };
  const view = await orErrorPage(context, viewSchoolMatching(context.app, actor, asked));
  const { organisation } = view;
  const planning = choices.shown && view.visit === null ? choices : null;
  const told = TOLD[query.get("done") ?? ""] ?? null;
  return { view, organisation, planning, told, whoCanSee: whoSeesMatching(organisation.name) };
}

const refuse = (status: 409 | 422, sent: SentSchool) => data(sent, { status });
const CHOOSE = "Choose two reviewers";

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", urn = "" } = params;
  const form = await request.formData();
  const choices = choicesOf(request);
  const asked = { key, urn, choices, replace: null };
  const { app } = context;
  const view = await orErrorPage(context, viewSchoolMatching(app, actor, asked));
  const here = `/organisations/${key}/visits/schools/${urn}?round=${view.round.id}`;
  switch (fieldOf(form, "intent")) {
    case "propose": {
      const proposing = propose(app, actor, { key, urn, roundId: view.round.id, form });
      const sent = await orErrorPage(context, proposing);
      return sent === null ? redirect(`${here}&done=proposed`) : refuse(sent.status, sent);
    }
    case "replace": {
      const visitId = fieldOf(form, "visit");
      if (visitId !== view.visit?.id) break;
      const sent = await orErrorPage(context, replace(app, actor, { key, visitId, form }));
      return sent === null ? redirect(`${here}&done=replaced`) : refuse(sent.status, sent);
    }
    case "cancel": {
      if (view.visit === null) break;
      const words = fieldOf(form, "words");
      const cancelling = cancelVisit(app, actor, { visitId: view.visit.id, words });
      const outcome = await orErrorPage(context, cancelling);
      if (outcome.kind === "problems") {
        return refuse(422, { problems: outcome.problems, words, chosen: null });
      }
      return redirect(`/organisations/${key}/visits?round=${view.round.id}&shows=cancelled`);
    }
    case "wish":
      await orErrorPage(context, noteWish(app, actor, { key, urn }));
      return redirect(`${here}&done=wish`);
  }
  throw toErrorResponse(new AppError("conflict"), context.requestId);
}

type Sent = SentSchool & { status: 409 | 422 };
type Proposing = { key: string; urn: string; roundId: string; form: FormData };

/** Null where it was proposed. */
async function propose(
  app: App,
  actor: Actor,
  { key, urn, roundId, form }: Proposing,
): Promise<Sent | null> {
  const line = readOnePair(form, urn);
  if (line === null) return sentOf(422, [CHOOSE], form);
  const choices = { roundId, from: "", to: "" };
  const done = await confirmLines(app, actor, { key, choices, lines: [line] });
  return done.proposed === 1
    ? null
    : sentOf(
        409,
        done.back.flatMap(({ whys }) => whys),
        form,
      );
}

type Replacing = { key: string; visitId: string; form: FormData };

/** Null where the new ones are asked. */
async function replace(
  app: App,
  actor: Actor,
  { key, visitId, form }: Replacing,
): Promise<Sent | null> {
  const leaving = fieldOf(form, "leaving");
  const coming = readComing(form);
  if (coming.length === 0) return sentOf(422, ["Choose a reviewer"], form);
  const change = { key, visitId, leaving: leaving === "" ? null : leaving, coming };
  const done = await replaceReviewers(app, actor, change);
  return done.ok ? null : sentOf(409, done.problem, form);
}

const sentOf = (status: 409 | 422, messages: readonly string[], form: FormData): Sent => ({
  status,
  words: "",
  chosen: readChosenBoxes(form),
  problems: messages.map((message) => ({ field: "pair-1", message })),
});

export default function SchoolMatching() {
  const { view, planning, told, whoCanSee } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <SchoolMatchingPage
      view={view}
      planning={planning}
      sent={sent ?? null}
      told={told}
      whoCanSee={whoCanSee}
    />
  );
}
