import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { LogoPage } from "~/components/organisation/logo-page";
import type { PageHandle } from "~/components/shell/page-handle";
import { LOGO_FIELD } from "~/forms/organisation-settings";
import { readFileForm } from "~/platform/file-form.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { removeLogo, setLogo, type LogoAnswer } from "~/services/organisation/logo.server";
import { LOGO_MAX_BYTES } from "~/services/organisation/read-logo.server";
import { viewSettings } from "~/services/organisation/settings.server";

export const handle = { organisationNav: "settings" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Logo - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const viewed = viewSettings(context.app, actor, params["key"] ?? "");
  const { organisation } = await orErrorPage(context, viewed);
  return { organisation };
}

const WORDS: Record<LogoAnswer, string> = {
  none: "Choose a picture",
  empty: "Choose a picture: this file is empty",
  "too-large": "Choose a picture of 200 kB or less",
  kind: "Choose a PNG or a JPEG: this file is neither, whatever its name says",
  broken: "Choose another file: this one cannot be read to its end",
  "too-small": "Choose a picture of at least 24 pixels on each side",
  "too-wide": "Choose a picture of 2,000 pixels or fewer on each side",
  alt: "Say what the logo says, in 120 characters or fewer",
};

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "" } = params;
  await orErrorPage(context, viewSettings(context.app, actor, key));
  const form = await readFileForm(request, { fileField: LOGO_FIELD, maxBytes: LOGO_MAX_BYTES });
  if (!form.ok) return refuse(form.problem === "too-large" ? "too-large" : "broken", "");
  const { file, fields } = form.value;
  if (fields.get("intent") === "remove") {
    await orErrorPage(context, removeLogo(context.app, actor, { key }));
    return redirect(`/organisations/${key}/settings?kept=1`);
  }
  const alt = fields.get("alt") ?? "";
  const set = await orErrorPage(context, setLogo(context.app, actor, { key, file, alt }));
  return set.ok ? redirect(`/organisations/${key}/settings?kept=1`) : refuse(set.problem, alt);
}

function refuse(problem: LogoAnswer, typed: string) {
  const field = problem === "alt" ? "alt" : LOGO_FIELD;
  return data({ typed, problem: { field, message: WORDS[problem] } as const }, { status: 422 });
}

export default function LogoSettings() {
  const { organisation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <LogoPage
      organisation={organisation}
      logo={organisation.logo}
      typed={answer?.typed ?? organisation.logo?.alt ?? organisation.name}
      problem={answer?.problem ?? null}
    />
  );
}
