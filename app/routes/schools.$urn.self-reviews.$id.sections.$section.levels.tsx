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
import { LevelsPage } from "~/components/answering/levels/levels-page";
import { levelsView } from "~/components/answering/levels/levels-view";
import { returnedAnswers, returnedStatus } from "~/components/answering/returned-answers";
import { levelsPath, reviewPath, sectionPath } from "~/components/answering/review-path";
import { schoolHeading } from "~/components/answering/school-heading";
import { standingLevels } from "~/components/answering/standing-answers";
import type { PageHandle } from "~/components/shell/page-handle";
import { answerId, answersToSave, readAnswers, type PostedAnswers } from "~/forms/answers";
import { orErrorPage } from "~/platform/or-error-page.server";
import { findKeptForm, takeKeptForm } from "~/services/account/kept-forms.server";
import { saveSection } from "~/services/answering/save-answers.server";
import { viewSection } from "~/services/answering/view-section.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.section.title ?? "Section"}, levels - Inclusion Review` },
];

/** What was refused is shown beside the answers as they stand now; Remix would keep the old ones after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "", section = "" } = params;
  const view = await orErrorPage(
    context,
    viewSection(context.app, actor, { urn, responseId: id, section }),
  );
  const now = context.app.clock.now();
  const { pathname, searchParams: query } = new URL(request.url);
  const form = await findKeptForm(context.app, actor, pathname);
  const kept = keptAnswers(form, { standing: standingLevels(view), reader: actor.userId, now });
  const told = { justSaved: query.has("saved"), completed: query.get("completed") };
  const school = schoolHeading(view.response);
  return { view: levelsView(view), now, kept, ...told, school };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "", section = "" } = params;
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
  return redirect(nextPage(posted, { urn, id, section }));
}

type Place = { urn: string; id: string; section: string };

function nextPage({ then, use }: PostedAnswers, place: Place): string {
  if (use) return `${levelsPath(place)}?saved=1#${answerId(use.key, "commentary")}`;
  switch (then) {
    case "sum-up":
      return `${sectionPath(place)}#sum-up`;
    case "list":
      return reviewPath(place);
    default:
      return `${levelsPath(place)}?saved=1#words`;
  }
}

export default function Levels() {
  const { view, now, kept, justSaved, completed } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>()?.returned;
  return (
    <LevelsPage
      key={view.section.key}
      view={view}
      returned={returned ?? []}
      kept={returned ? [] : kept}
      now={now}
      justSaved={justSaved}
      completed={completed}
    />
  );
}
