import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { AddSchoolsPage } from "~/components/rounds/add-schools-page";
import { roundPath } from "~/components/rounds/round-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { SchoolChoiceSchema } from "~/domain/round/school-choice";
import { readSchoolChoice } from "~/forms/round-draft";
import { orErrorPage } from "~/platform/or-error-page.server";
import { addSchools, viewAddSchools } from "~/services/rounds/add-schools.server";

export const handle = { organisationNav: "rounds" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Add schools - Inclusion Review" }];

const NOBODY = SchoolChoiceSchema.parse({});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "" } = params;
  const viewed = viewAddSchools(context.app, actor, { key, roundId });
  const view = await orErrorPage(context, viewed);
  return { view, organisation: view.organisation };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "" } = params;
  const form = await request.formData();
  const choice = readSchoolChoice(form);
  if (form.get("intent") === "count") {
    await orErrorPage(context, viewAddSchools(context.app, actor, { key, roundId }));
    return data({ choice, problems: [] });
  }
  const adding = addSchools(context.app, actor, { key, roundId, choice });
  const added = await orErrorPage(context, adding);
  if (added > 0) return redirect(`${roundPath(key, roundId)}?added=${added}`);
  const message = "Choose at least one school: tick a list, or pick schools by hand";
  return data({ choice, problems: [{ field: "all", message }] }, { status: 422 });
}

export default function AddSchools() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <AddSchoolsPage view={view} choice={sent?.choice ?? NOBODY} problems={sent?.problems ?? []} />
  );
}
