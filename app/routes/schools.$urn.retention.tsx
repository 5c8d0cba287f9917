import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { ChoicePage, type SentChoice } from "~/components/personal-data/choice-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { ChoiceFormSchema } from "~/forms/personal-data";
import { orErrorPage } from "~/platform/or-error-page.server";
import {
  choiceSeen,
  saveChoice,
  viewChoice,
} from "~/services/personal-data/retention-choice.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [
  { title: "How long your own self-reviews are kept - Inclusion Review" },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, viewChoice(context.app, actor, { urn }));
  return { view, school: view.school, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const posted = ChoiceFormSchema.parse(Object.fromEntries(await request.formData()));
  const { seen, version, ...typed } = posted;
  const saving = saveChoice(context.app, actor, { urn, typed, version, seen });
  const saved = await orErrorPage(context, saving);
  if (!saved.ok) {
    const sent = { typed, problems: [saved.problem], preview: null };
    return data<SentChoice>(sent, { status: 422 });
  }
  if (saved.value === "saved")
    return redirect(`/schools/${encodeURIComponent(urn)}/retention?saved=1`);
  const { choice, reviews } = saved.value;
  const preview = { seen: choiceSeen(choice), reviews };
  return data<SentChoice>({ typed, problems: [], preview });
}

export default function SchoolRetention() {
  const { view, saved } = useLoaderData<typeof loader>();
  return <ChoicePage view={view} sent={useActionData<typeof action>() ?? null} saved={saved} />;
}
