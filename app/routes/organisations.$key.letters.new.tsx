import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { lettersPath } from "~/components/chasing/chasing-paths";
import { LettersPage } from "~/components/chasing/letters-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { letterProblems, type LetterProblem } from "~/domain/chasing/letter-words";
import { readNamesConfirmed, textOf } from "~/forms/action";
import { readChosen, readLettersForm, usualLetter } from "~/forms/letters";
import { orErrorPage } from "~/platform/or-error-page.server";
import { previewLetters, sendLetters } from "~/services/chasing/write-letters.server";

export const handle = { organisationNav: "returns", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Write to schools - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const chosen = readChosen(new URL(request.url).searchParams);
  const fields = usualLetter();
  const asked = previewLetters(context.app, actor, { key, ...chosen, fields });
  return { ...(await orErrorPage(context, asked)), fields };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const form = await request.formData();
  const { batchId, ...typed } = readLettersForm(form);
  const again = async (problems: LetterProblem[]) => {
    const preview = previewLetters(context.app, actor, { key, ...typed });
    const view = await orErrorPage(context, preview);
    const { fields } = typed;
    return data({ view, fields, problems }, { status: problems.length === 0 ? 200 : 422 });
  };
  if (textOf(form, "intent") !== "send" || batchId === "") {
    return again(letterProblems(typed.fields));
  }
  const namesConfirmed = readNamesConfirmed(form);
  const sending = sendLetters(context.app, actor, { key, ...typed, batchId, namesConfirmed });
  const sent = await orErrorPage(context, sending);
  return sent.ok ? redirect(lettersPath(key, batchId)) : again(sent.problem);
}

export default function WriteLetters() {
  const { fields, ...view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <LettersPage
      view={sent?.view ?? view}
      fields={sent?.fields ?? fields}
      problems={sent?.problems ?? []}
    />
  );
}
