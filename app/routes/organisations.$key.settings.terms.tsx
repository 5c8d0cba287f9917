import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { termsPath } from "~/components/rounds/round-paths";
import { TermsPage } from "~/components/rounds/terms-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { readVersion } from "~/forms/action";
import { readTerms } from "~/forms/round-draft";
import { orErrorPage } from "~/platform/or-error-page.server";
import { changeTerms, viewTerms } from "~/services/organisation/terms.server";

export const handle = { organisationNav: "settings" } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: `Terms${loaded === undefined ? "" : ` of ${loaded.view.year.name}`} - Inclusion Review`,
  },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const query = new URL(request.url).searchParams;
  const asked = { key: params["key"] ?? "", year: query.get("year") };
  const view = await orErrorPage(context, viewTerms(context.app, actor, asked));
  return { view, organisation: view.organisation, told: query.has("kept") };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  const { app } = context;
  const asked = new URL(request.url).searchParams.get("year");
  const { year, version: now } = await orErrorPage(
    context,
    viewTerms(app, actor, { key, year: asked }),
  );
  const form = await request.formData();
  const typed = readTerms(form);
  const version = readVersion(form);
  const changing = changeTerms(app, actor, { key, year: year.year, version, typed });
  const changed = await orErrorPage(context, changing);
  if (changed.ok) return redirect(`${termsPath(key)}?year=${year.year}&kept=1`);
  const { problem } = changed;
  if (problem.kind === "conflict") {
    return data({ typed, version: now, problems: [], conflict: true }, { status: 409 });
  }
  return data({ typed, version, problems: problem.problems, conflict: false }, { status: 422 });
}

export default function Terms() {
  const { view, told } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <TermsPage
      view={view}
      typed={sent?.typed ?? view.kept}
      version={sent?.version ?? view.version}
      problems={sent?.problems ?? []}
      conflict={sent?.conflict ?? false}
      told={told}
    />
  );
}
