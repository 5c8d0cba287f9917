import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getActor, startSession } from "~/auth/session.server";
import { NEW_PASSWORD_WORDS, WAIT_SECONDS } from "~/components/account/password-words";
import {
  InvitationGonePage,
  InvitationPage,
  InvitationWaitPage,
  type InvitationProblems,
} from "~/components/people/invitation-page";
import { PERSON_WORDS } from "~/domain/people/person-fields";
import { fieldOf } from "~/forms/invitation";
import { secretAddressHeaders } from "~/platform/secret-address";
import { listProviders } from "~/services/account/start-single-sign-on.server";
import {
  acceptInvitation,
  viewInvitation,
  type AcceptProblem,
} from "~/services/people/accept-invitation.server";

export const meta: MetaFunction = () => [
  { title: "Your invitation - Inclusion Review" },
  { name: "robots", content: "noindex" },
];

export const headers = secretAddressHeaders;

/** Opening the link only reads: scanners of mail open it too. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await getActor(request, context);
  const { token: secret = "" } = params;
  const asked = { secret, address: context.clientIp };
  const found = await viewInvitation(context.app, actor, asked);
  const providers = listProviders(context.app);
  if (found.ok) return data({ view: found.value, path: `/invitation/${secret}`, providers });
  return refuse(found.problem, { view: null, path: "", providers });
}

function refuse<T>(problem: "gone" | "too-many", answer: T) {
  if (problem === "gone") return data({ ...answer, problem }, { status: 410 });
  return data({ ...answer, problem }, { status: 429, headers: { "Retry-After": WAIT_SECONDS } });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await getActor(request, context);
  const { token: secret = "" } = params;
  const form = await request.formData();
  const name = fieldOf(form, "name");
  const typed = form.get("password");
  const password = typeof typed === "string" ? typed : "";
  const asked = { secret, address: context.clientIp, account: { name, password } };
  const done = await acceptInvitation(context.app, actor, asked);
  if (!done.ok) return answerOf(done.problem, name);
  const { userId, isNew, path } = done.value;
  if (!isNew) return redirect(path);
  const cookie = await startSession(request, context, { userId, secondFactor: false });
  return redirect(path, { headers: { "Set-Cookie": cookie } });
}

function answerOf(problem: AcceptProblem, name: string) {
  const problems: InvitationProblems = [];
  if (problem === "gone" || problem === "too-many") return refuse(problem, { name, problems });
  if (typeof problem === "object") {
    if (problem.name) problems.push({ field: "name", message: PERSON_WORDS.name });
    if (problem.password !== null) {
      problems.push({ field: "password", message: NEW_PASSWORD_WORDS[problem.password] });
    }
  }
  return data({ name, problems, problem: null }, { status: 422 });
}

export default function Invitation() {
  const asked = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const problem = sent?.problem ?? ("problem" in asked ? asked.problem : null);
  if (problem === "too-many") return <InvitationWaitPage />;
  if (problem === "gone" || asked.view === null) return <InvitationGonePage />;
  const { view, path, providers } = asked;
  return <InvitationPage view={view} path={path} providers={providers} sent={sent ?? null} />;
}
