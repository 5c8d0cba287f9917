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
import { RepliesPage } from "~/components/replies/replies-page";
import { questionAnchor, repliesPath } from "~/components/replies/reply-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { placeOf } from "~/components/signing/review-paths";
import { readAnswer } from "~/forms/replies";
import { orErrorPage } from "~/platform/or-error-page.server";
import { answerQuestion } from "~/services/replies/answer-question.server";
import { viewReplies } from "~/services/replies/view-replies.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Questions and replies - Inclusion Review" }];
/** A refused answer is shown beside the question as it stands; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  const view = await orErrorPage(context, viewReplies(context.app, actor, place));
  const school = schoolHeading({ urn: view.urn, schoolName: view.schoolName });
  return { view, school, done: new URL(request.url).searchParams.has("answered") };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  const typed = readAnswer(await request.formData());
  const answering = answerQuestion(context.app, actor, { ...place, ...typed });
  const outcome = await orErrorPage(context, answering);
  const { questionId, text } = typed;
  switch (outcome.kind) {
    case "saved": {
      const page = repliesPath({ urn: place.urn, id: place.responseId });
      return redirect(`${page}?answered=1#${questionAnchor(questionId)}`);
    }
    case "problems": {
      const sent = { field: `answer-${questionId}`, typed: text, problems: outcome.problems };
      return data({ sent, conflict: null }, { status: 422 });
    }
    case "conflict":
      return data({ sent: null, conflict: { questionId, typed: text } }, { status: 409 });
  }
}

export default function Replies() {
  const { view, done } = useLoaderData<typeof loader>();
  const came = useActionData<typeof action>();
  return (
    <RepliesPage
      view={view}
      sent={came?.sent ?? null}
      conflict={came?.conflict ?? null}
      done={done && came === undefined}
    />
  );
}
