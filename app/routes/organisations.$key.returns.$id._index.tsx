import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { itemAnchor } from "~/components/reading/section-anchor";
import { questionAnchor, returnPath } from "~/components/replies/reply-paths";
import { ReturnPage, type ReturnAsked } from "~/components/returns/return-page";
import { NOTHING_CAME, type CameBack } from "~/components/returns/writing";
import type { PageHandle } from "~/components/shell/page-handle";
import { formatTime } from "~/domain/calendar/format";
import { readVersion, textOf } from "~/forms/action";
import { readQuestion, readReply, typedReply } from "~/forms/replies";
import { orErrorPage } from "~/platform/or-error-page.server";
import { closeQuestion } from "~/services/replies/answer-question.server";
import { askQuestion } from "~/services/replies/ask-question.server";
import { keepDraft } from "~/services/replies/keep-draft.server";
import { quoteSentence } from "~/services/replies/quote-sentence.server";
import type { ReplyRefusal } from "~/services/replies/reply-views.server";
import { sendReply, type ReplyInput } from "~/services/replies/send-reply.server";
import { openReturn } from "~/services/returns/open-return.server";

export const handle = { organisationNav: "to-read", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "A return - Inclusion Review" }];

/** A draft that keeps itself leaves the page as it is; whatever else is posted shows how things stand now. */
export const shouldRevalidate = ({ formData }: ShouldRevalidateFunctionArgs) =>
  formData?.get("auto") !== "1";

const DONE = ["asked", "closed", "kept", "sent"] as const;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", id = "" } = params;
  const view = await orErrorPage(context, openReturn(context.app, actor, { key, responseId: id }));
  const query = new URL(request.url).searchParams;
  const asked: ReturnAsked = {
    asking: query.get("ask"),
    quoted: query.get("quoted"),
    done: DONE.find((one) => one === query.get("done")) ?? null,
  };
  return { ...view, asked };
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const form = await request.clone().formData();
  switch (textOf(form, "form")) {
    case "ask":
      return ask(args, form);
    case "close":
      return close(args, form);
    default:
      return reply(args, form);
  }
}

async function opened({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { key = "", id = "" } = params;
  return { actor, where: { key, responseId: id }, page: returnPath({ key, id }) };
}

async function ask(args: ActionFunctionArgs, form: FormData) {
  const { actor, where, page } = await opened(args);
  const typed = readQuestion(form);
  const asking = askQuestion(args.context.app, actor, { ...where, ...typed });
  const result = await orErrorPage(args.context, asking);
  if (result.ok) return redirect(`${page}?done=asked#${questionAnchor(result.value.id)}`);
  const question = { field: "question", typed: typed.text, problems: result.problem };
  return back({ question }, 422);
}

async function close(args: ActionFunctionArgs, form: FormData) {
  const { actor, where, page } = await opened(args);
  const input = { ...where, questionId: textOf(form, "question"), version: readVersion(form) };
  const closed = await orErrorPage(args.context, closeQuestion(args.context.app, actor, input));
  return closed ? redirect(`${page}?done=closed#questions`) : back({ closedElsewhere: true }, 409);
}

async function reply(args: ActionFunctionArgs, form: FormData) {
  const { app } = args.context;
  const { actor, where, page } = await opened(args);
  const { act, ...typed } = readReply(form);
  const input: ReplyInput = { ...where, ...typed };
  if (form.get("auto") === "1") return keepQuietly(args, { actor, input });
  if (act.do === "quote") {
    const { key: itemKey, index } = act;
    const quoting = quoteSentence(app, actor, { ...input, itemKey, index });
    const result = await orErrorPage(args.context, quoting);
    if (!result.ok) return refuse(input, result.problem);
    return redirect(`${page}?quoted=${itemKey}#${itemAnchor(itemKey)}`);
  }
  if (act.do === "send") {
    const sent = await orErrorPage(args.context, sendReply(app, actor, input));
    return sent.ok ? redirect(`${page}?done=sent`) : refuse(input, sent.problem);
  }
  const kept = await orErrorPage(args.context, keepDraft(app, actor, input));
  return kept.ok ? redirect(`${page}?done=kept#your-reply`) : refuse(input, kept.problem);
}

type Keeping = { actor: Parameters<typeof keepDraft>[1]; input: ReplyInput };

/** What keeps itself says where it stands; what must be looked at first waits for the next press. */
async function keepQuietly({ context }: ActionFunctionArgs, { actor, input }: Keeping) {
  const result = await orErrorPage(context, keepDraft(context.app, actor, input));
  const kept = result.ok ? result.value.texts : null;
  const at = formatTime(context.app.clock.now());
  return data({ ...NOTHING_CAME, auto: { kept, at, held: !result.ok } });
}

function refuse(input: ReplyInput, refusal: ReplyRefusal) {
  const typed = typedReply(input.sent);
  switch (refusal.code) {
    case "held": {
      const { problems, clashes } = refusal;
      return back({ draft: { typed, problems, clashes } }, problems.length > 0 ? 422 : 409);
    }
    case "already-replied":
      return back({ theirs: refusal.theirs, draft: { typed, problems: [], clashes: [] } }, 409);
    case "moved-on":
      return back({ movedOn: true }, 409);
  }
}

const back = (came: Partial<CameBack>, status: number) =>
  data({ ...NOTHING_CAME, ...came, auto: null }, { status });

export default function Return() {
  const { asked, ...view } = useLoaderData<typeof loader>();
  const came = useActionData<typeof action>();
  const shown = came === undefined ? asked : { ...asked, done: null };
  return <ReturnPage view={view} asked={shown} came={came ?? NOTHING_CAME} />;
}
