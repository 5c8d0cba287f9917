import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { doneWords } from "~/components/rounds/done-words";
import { RoundPage } from "~/components/rounds/round-page";
import { roundPath } from "~/components/rounds/round-paths";
import type { PageHandle } from "~/components/shell/page-handle";
import { schoolsPage } from "~/domain/round/list-schools";
import { readSchoolsFilter } from "~/forms/round-schools";
import { orErrorPage } from "~/platform/or-error-page.server";
import { inviteNow } from "~/services/rounds/add-schools.server";
import { closeRound, reopenRound } from "~/services/rounds/close-round.server";
import { viewRound } from "~/services/rounds/view-round.server";

export const handle = { organisationNav: "rounds", wide: true } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.round.title ?? "Review round"} - Inclusion Review` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "" } = params;
  const viewed = viewRound(context.app, actor, { key, roundId });
  const { organisation, round, schools } = await orErrorPage(context, viewed);
  const query = new URL(request.url).searchParams;
  const filter = readSchoolsFilter(query);
  const list = schoolsPage(schools, filter);
  return { organisation, round, list, filter, told: doneWords(query, schools.length) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", round: roundId = "" } = params;
  const { app } = context;
  await orErrorPage(context, viewRound(app, actor, { key, roundId }));
  const intent = (await request.formData()).get("intent");
  const done = (what: string) => redirect(`${roundPath(key, roundId)}?done=${what}`);
  if (intent === "close") {
    await orErrorPage(context, closeRound(app, actor, { roundId }));
    return done("closed");
  }
  if (intent === "reopen") {
    await orErrorPage(context, reopenRound(app, actor, { roundId }));
    return done("reopened");
  }
  if (intent === "invite") {
    await orErrorPage(context, inviteNow(app, actor, { key, roundId }));
    return done("invited");
  }
  return redirect(roundPath(key, roundId));
}

export default function Round() {
  const { organisation, round, list, filter, told } = useLoaderData<typeof loader>();
  return <RoundPage {...{ organisation, round, list, filter, told }} />;
}
