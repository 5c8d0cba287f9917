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
import { FullPage } from "~/components/answering/full/full-page";
import { keptAnswers } from "~/components/answering/kept-answers";
import { missingAnswers } from "~/components/answering/missing-answers";
import { returnedAnswers, returnedStatus } from "~/components/answering/returned-answers";
import { levelsPath, reviewPath, sectionPath } from "~/components/answering/review-path";
import { schoolHeading } from "~/components/answering/school-heading";
import { standingSection } from "~/components/answering/standing-answers";
import type { PageHandle } from "~/components/shell/page-handle";
import { answerId, answersToSave, readAnswers } from "~/forms/answers";
import { orErrorPage } from "~/platform/or-error-page.server";
import { findKeptForm, takeKeptForm } from "~/services/account/kept-forms.server";
import { saveSection } from "~/services/answering/save-answers.server";
import { viewSection } from "~/services/answering/view-section.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.section.title ?? "Section"} - Inclusion Review` },
];

/** What was refused is shown beside the answers as they stand now; Remix would keep the old ones after a 4xx. */
export const shouldRevalidate = () => true;

type Params = LoaderFunctionArgs["params"];
const placeOf = ({ urn = "", id = "", section = "" }: Params) => ({ urn, responseId: id, section });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const view = await orErrorPage(context, viewSection(context.app, actor, placeOf(params)));
  const now = context.app.clock.now();
  const form = await findKeptForm(context.app, actor, new URL(request.url).pathname);
  const here = { standing: standingSection(view), reader: actor.userId, now };
  return { view, now, kept: keptAnswers(form, here), school: schoolHeading(view.response) };
}

/** Saves the section. "Complete" then asks for what is missing, or goes on to the next section. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { app } = context;
  const actor = await requireActor(request, context);
  const { urn, responseId, section } = placeOf(params);
  const form = await request.formData();
  const posted = readAnswers(form);
  requireSameWriter(context, actor, { writer: posted.writer, form });
  const answers = answersToSave(posted, app.newId);
  const saved = await orErrorPage(context, saveSection(app, actor, { urn, responseId, answers }));
  const returned = returnedAnswers(saved, { posted, now: app.clock.now() });
  if (returned.length > 0) {
    return data({ returned, missing: [] }, { status: returnedStatus(returned) });
  }
  await takeKeptForm(app, actor, new URL(request.url).pathname);
  const place = { urn, id: responseId, section };
  if (posted.resolve) return redirect(`${sectionPath(place)}#${posted.resolve.key}`);
  if (posted.use)
    return redirect(`${sectionPath(place)}#${answerId(posted.use.key, "commentary")}`);
  if (posted.then === "stay") return redirect(sectionPath(place));
  if (posted.then !== "complete") return redirect(reviewPath(place));
  const view = await orErrorPage(context, viewSection(app, actor, { urn, responseId, section }));
  const missing = missingAnswers(view);
  if (missing.length > 0) return data({ returned, missing }, { status: 422 });
  if (view.next === null) return redirect(reviewPath(place));
  return redirect(`${levelsPath({ ...place, section: view.next.key })}?completed=${section}`);
}

export default function Section() {
  const { view, now, kept } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <FullPage
      key={view.section.key}
      view={view}
      returned={sent?.returned ?? []}
      missing={sent?.missing ?? []}
      kept={sent ? [] : kept}
      now={now}
    />
  );
}
