import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { ClosedNotes } from "~/components/visits/notes/closed-notes";
import { NotesPage } from "~/components/visits/notes/notes-page";
import {
  returnedJottings,
  returnedLine,
  returnedNote,
  isNamedLine,
  returnedNamedLine,
} from "~/components/visits/notes/returned";
import { PERSON_HEADER } from "~/domain/visit/kept-pages";
import { readNotesForm } from "~/forms/visit-notes";
import { orErrorPage } from "~/platform/or-error-page.server";
import { saveJottings } from "~/services/visits/jottings.server";
import { postLine, postNote } from "~/services/visits/post-notes.server";
import { viewNotes } from "~/services/visits/view-notes.server";

export const handle = { visitNav: "notes", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, your notes - Inclusion Review" }];
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** A reviewer's notes by line of the day: `?line=` opens one, `&change=` a note of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const asked = new URL(request.url).searchParams;
  const line = asked.get("line");
  const view = await orErrorPage(context, viewNotes(context.app, actor, { visitId, line }));
  // Says to the service worker whose page it is; one that is over is not kept.
  const headers = new Headers();
  if (view.closed !== "ended") headers.set(PERSON_HEADER, view.person.id);
  return data({ view, visit: view.heading, changing: asked.get("change") }, { headers });
}

/** The forms of the page, for browsers without JavaScript or without storage. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const form = await request.formData();
  const read = readNotesForm(form);
  const path = `/visits/${visitId}/notes`;
  const to = (line: string) => redirect(`${path}?line=${encodeURIComponent(line)}`);
  switch (read?.intent) {
    case undefined:
      return data(returnedLine(form), { status: 422 });
    case "keep":
    case "take-out": {
      const note = { visitId, note: read, removed: read.intent === "take-out" };
      const answer = await orErrorPage(context, postNote(context.app, actor, note));
      if (answer.answer === "kept" || answer.answer === "removed") return to(read.line);
      const status = answer.answer === "conflict" ? 409 : 422;
      return data(returnedNote(read, answer, context.app.newId()), { status });
    }
    case "add-line":
      if (isNamedLine(read.title)) return data(returnedNamedLine(), { status: 422 });
      await orErrorPage(context, postLine(context.app, actor, { visitId, added: read }));
      return to(read.line);
    case "jottings": {
      const jotted = { visitId, ...read };
      const outcome = await orErrorPage(context, saveJottings(context.app, actor, jotted));
      if (outcome.kind === "saved") return redirect(path);
      const status = outcome.kind === "conflict" ? 409 : 422;
      return data(returnedJottings(read, outcome), { status });
    }
  }
}

export default function VisitNotes() {
  const { view, changing } = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { visitId, person, closed, whoCanSee } = view;
  if (closed !== null)
    return <ClosedNotes {...{ visitId, closed, whoCanSee }} person={person.id} />;
  return <NotesPage view={view} changing={changing} returned={returned ?? null} />;
}
