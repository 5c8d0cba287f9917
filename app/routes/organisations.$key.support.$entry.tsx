import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { EntryPage } from "~/components/support/entry-page";
import { whoSeesBeside } from "~/domain/policy/who-sees-beside";
import { readVersion } from "~/forms/action";
import { fieldOf } from "~/forms/invitation";
import { readSupport } from "~/forms/support";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { changeSupport, retireSupport } from "~/services/support/change-support.server";
import { viewSupport } from "~/services/support/view-desk.server";

export const handle = { organisationNav: "support" } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.view.typed.title ?? "Help available"} - Inclusion Review` },
];

const TOLD: Record<string, string> = {
  added: "Added. Schools see it from its first day on.",
  saved: "Saved.",
  "taken-off": "Taken off. Schools do not see it any more.",
  "brought-back": "Brought back.",
};

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", entry: entryId = "" } = params;
  const view = await orErrorPage(context, viewSupport(context.app, actor, { key, entryId }));
  const { organisation } = view;
  const told = TOLD[new URL(request.url).searchParams.get("done") ?? ""] ?? null;
  return { view, organisation, told, whoCanSee: whoSeesBeside("support", organisation.name) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", entry: entryId = "" } = params;
  const at = { key, entryId };
  const done = (what: string) => redirect(`/organisations/${key}/support/${entryId}?done=${what}`);
  const form = await request.formData();
  switch (fieldOf(form, "intent")) {
    case "retire":
      await orErrorPage(context, retireSupport(context.app, actor, { ...at, retire: true }));
      return done("taken-off");
    case "bring-back":
      await orErrorPage(context, retireSupport(context.app, actor, { ...at, retire: false }));
      return done("brought-back");
    case "save": {
      const typed = readSupport(form);
      const version = readVersion(form);
      const asked = changeSupport(context.app, actor, { ...at, typed, version });
      const changed = await orErrorPage(context, asked);
      if (changed.ok) return done("saved");
      const { problem } = changed;
      if (problem.kind === "problems") {
        return data({ typed, version, problems: problem.problems, stands: null }, { status: 422 });
      }
      const stood = { version: problem.version, stands: problem.stands };
      return data({ typed, problems: [], ...stood }, { status: 409 });
    }
    default:
      throw toErrorResponse(new AppError("bad-request"), context.requestId);
  }
}

export default function SupportEntry() {
  const { view, told, whoCanSee } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <EntryPage view={view} sent={sent ?? null} told={told} whoCanSee={whoCanSee} />;
}
