import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSameWriter } from "~/auth/same-writer.server";
import { requireActor } from "~/auth/session.server";
import { keptAnswers } from "~/components/answering/kept-answers";
import { OnePage } from "~/components/answering/one-page/one-page";
import { returnedAnswers, returnedStatus } from "~/components/answering/returned-answers";
import { reviewPath } from "~/components/answering/review-path";
import { schoolHeading } from "~/components/answering/school-heading";
import { standingOnePage } from "~/components/answering/standing-answers";
import type { PageHandle } from "~/components/shell/page-handle";
import { TaskListPage } from "~/components/task-list/task-list-page";
import { answerId, answersToSave, readAnswers } from "~/forms/answers";
import { orErrorPage } from "~/platform/or-error-page.server";
import { findKeptForm, takeKeptForm } from "~/services/account/kept-forms.server";
import { saveSection } from "~/services/answering/save-answers.server";
import { viewReviewHome } from "~/services/answering/view-review-home.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.response.title ?? "Self-review"} - Inclusion Review` },
];

/** What was refused is shown beside the answers as they stand now; Remix would keep the old ones after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const home = await orErrorPage(
    context,
    viewReviewHome(context.app, actor, { urn, responseId: id }),
  );
  const { editable } = home.view.response;
  if (!editable.ok && editable.reason === "confirm-first") {
    return redirect(`${reviewPath({ urn, id })}/start`);
  }
  const { pathname, searchParams } = new URL(request.url);
  const now = context.app.clock.now();
  const page = {
    now,
    justSaved: searchParams.has("saved"),
    school: schoolHeading(home.view.response),
  };
  if (home.layout === "sections") return { ...home, ...page, kept: [] };
  const form = await findKeptForm(context.app, actor, pathname);
  const here = { standing: standingOnePage(home.view), reader: actor.userId, now };
  return { ...home, ...page, kept: keptAnswers(form, here) };
}

/** The one-page form without JavaScript. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "" } = params;
  const form = await request.formData();
  const posted = readAnswers(form);
  requireSameWriter(context, actor, { writer: posted.writer, form });
  const answers = answersToSave(posted, context.app.newId);
  const saved = await orErrorPage(
    context,
    saveSection(context.app, actor, { urn, responseId: id, answers }),
  );
  const returned = returnedAnswers(saved, { posted, now: context.app.clock.now() });
  if (returned.length > 0) return data({ returned }, { status: returnedStatus(returned) });
  await takeKeptForm(context.app, actor, new URL(request.url).pathname);
  const here = reviewPath({ urn, id });
  if (posted.use) return redirect(`${here}?saved=1#${answerId(posted.use.key, "commentary")}`);
  return redirect(posted.then === "check" ? `${here}/check` : `${here}?saved=1`);
}

export default function SelfReview() {
  const home = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>()?.returned;
  return home.layout === "one-page" ? (
    <OnePage
      view={home.view}
      returned={returned ?? []}
      kept={returned ? [] : home.kept}
      now={home.now}
      justSaved={home.justSaved}
    />
  ) : (
    <TaskListPage view={home.view} now={home.now} />
  );
}
