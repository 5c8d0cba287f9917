import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { LevelsPage } from "~/components/answering/levels/levels-page";
import { levelsView } from "~/components/answering/levels/levels-view";
import { returnedAnswers, returnedStatus } from "~/components/answering/returned-answers";
import { levelsPath, reviewPath, sectionPath } from "~/components/answering/review-path";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { answersToSave, readAnswers } from "~/forms/answers";
import { orErrorPage } from "~/platform/or-error-page.server";
import { saveSection } from "~/services/answering/save-answers.server";
import { viewSection } from "~/services/answering/view-section.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.section.title ?? "Section"}, levels - Inclusion Review` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "", section = "" } = params;
  const view = await orErrorPage(
    context,
    viewSection(context.app, actor, { urn, responseId: id, section }),
  );
  const query = new URL(request.url).searchParams;
  const told = { justSaved: query.has("saved"), completed: query.get("completed") };
  const school = schoolHeading(view.response);
  return { view: levelsView(view), now: context.app.clock.now(), ...told, school };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "", id = "", section = "" } = params;
  const posted = readAnswers(await request.formData());
  const answers = answersToSave(posted, context.app.newId);
  const saved = await orErrorPage(
    context,
    saveSection(context.app, actor, { urn, responseId: id, answers }),
  );
  const returned = returnedAnswers(saved, { posted, now: context.app.clock.now() });
  if (returned.length > 0) return data({ returned }, { status: returnedStatus(returned) });
  return redirect(nextPage(posted.then, { urn, id, section }));
}

function nextPage(then: string, place: { urn: string; id: string; section: string }): string {
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
  const { view, now, justSaved, completed } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>()?.returned ?? [];
  return (
    <LevelsPage
      key={view.section.key}
      view={view}
      returned={returned}
      now={now}
      justSaved={justSaved}
      completed={completed}
    />
  );
}
