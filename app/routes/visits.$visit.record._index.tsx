import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { provePath } from "~/auth/prove-path";
import { provingPage } from "~/auth/proving-page.server";
import { requireActor } from "~/auth/session.server";
import type { PageHandle } from "~/components/shell/page-handle";
import { isTickKept, withTick } from "~/components/signing/kept-tick";
import { signatureStatus } from "~/components/signing/signature-errors";
import { recordError } from "~/components/visits/record/problem-words";
import { RecordPage } from "~/components/visits/record/record-page";
import { RefusedRecord, ThemesPage } from "~/components/visits/record/record-others";
import { recordSignatureErrors } from "~/components/visits/record/sign-words";
import { visitDonePath, visitPagePath } from "~/components/visits/visit-paths";
import { readSignRecordForm } from "~/forms/sign";
import { readAnswerAct, readSent, textOf, typedOf, saysNoNames } from "~/forms/visit-record";
import { orErrorPage } from "~/platform/or-error-page.server";
import { keepActionHeaders, retryAfter } from "~/platform/retry-after";
import { answerRecord, type AnswerAct } from "~/services/visits/record-answer.server";
import { saveRecord, type RecordRefusal } from "~/services/visits/record-save.server";
import { viewRecord } from "~/services/visits/record-view.server";
import { signRecord } from "~/services/visits/sign-record.server";
import type { Sent } from "~/domain/visit/three-way";

export const handle = { visitNav: "record", wide: true } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visit, record - Inclusion Review" }];
export const headers = keepActionHeaders;
/** What was refused is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

/** The record of a visit: to write, to answer, to sign or to read. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const page = await provingPage(request, context);
  const view = await orErrorPage(context, viewRecord(context.app, actor, { visitId, page }));
  const done = new URL(request.url).searchParams.get("done");
  const ways = view.kind === "record" ? view.sign?.ways : undefined;
  const ticked = isTickKept(request, { kind: view.kind, ...(ways === undefined ? {} : { ways }) });
  const status = view.kind === "refused" ? 403 : 200;
  return data({ view, visit: view.heading, done, ticked }, { status });
}

export async function action(args: ActionFunctionArgs) {
  const { request, context, params } = args;
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const form = await request.formData();
  const here = visitPagePath(visitId, "record");
  const sent = readSent(form);
  const namesConfirmed = saysNoNames(form);
  switch (textOf(form, "form")) {
    case "sign":
      return sign(args, form);
    case "answer": {
      const act = readAnswerAct(form);
      const answering = answerRecord(context.app, actor, { visitId, sent, act, namesConfirmed });
      const result = await orErrorPage(context, answering);
      if (!result.ok) return refuse(sent, result.problem);
      // Sent back, the record is the reviewers' again: the school reads on at the visit itself.
      const done = DONE[act];
      return redirect(act === "send-back" ? visitDonePath(visitId, done) : `${here}?done=${done}`);
    }
    default: {
      const send = textOf(form, "act") === "send";
      const saving = saveRecord(context.app, actor, { visitId, sent, send, namesConfirmed });
      const result = await orErrorPage(context, saving);
      return result.ok
        ? redirect(`${here}?done=${send ? "sent" : "saved"}`)
        : refuse(sent, result.problem);
    }
  }
}

const DONE: Record<AnswerAct, string> = {
  save: "saved",
  "send-back": "sent-back",
  agree: "agreed",
  share: "shared",
  unshare: "unshared",
};

function refuse(sent: ReadonlyMap<string, Sent>, { problems, clashes }: RecordRefusal) {
  const status = problems.length > 0 ? 422 : 409;
  const errors = problems.map(recordError);
  const asksNames = problems.some(({ code }) => code === "names");
  const refused = { typed: typedOf(sent), errors, clashes, asksNames };
  return data({ sent: refused, signing: null }, { status });
}

async function sign({ request, context, params }: ActionFunctionArgs, form: FormData) {
  const actor = await requireActor(request, context);
  const { visit: visitId = "" } = params;
  const { declared, password, code, seen, way } = readSignRecordForm(form);
  const page = await provingPage(request, context);
  if (way === "provider") return redirect(provePath(withTick(page.purpose, declared)));
  const proof = { password, code, address: context.clientIp, page };
  const signing = signRecord(context.app, actor, { visitId, declared, proof, seen });
  const result = await orErrorPage(context, signing);
  if (result.ok) return redirect(`${visitPagePath(visitId, "record")}?done=signed`);
  const errors = recordSignatureErrors(result.problem, { code });
  const problem = result.problem.code === "not-your-turn" ? "changed-since" : result.problem.code;
  const status = signatureStatus(problem);
  return data(
    { sent: null, signing: { errors, declared } },
    { status, headers: retryAfter(status) },
  );
}

export default function VisitRecord() {
  const { view, done, ticked } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (view.kind === "refused") return <RefusedRecord view={view} />;
  if (view.kind === "themes") return <ThemesPage view={view} />;
  return (
    <RecordPage
      view={view}
      sent={answered?.sent ?? null}
      signing={answered?.signing ?? { errors: {}, declared: ticked }}
      done={answered === undefined ? done : null}
    />
  );
}
