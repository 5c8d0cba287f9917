import {
  data,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, type SummaryError } from "~/components/form/error-summary";
import { Page } from "~/components/page";
import { CheckForm } from "~/components/verify/check-form";
import { CheckResult } from "~/components/verify/check-result";
import { BUSY_WORDS, PROBLEM_WORDS, waitWords } from "~/components/verify/problem-words";
import { FILE_FIELD, FILE_MAX_BYTES, REFERENCE_FIELD, ReferenceSchema } from "~/forms/verify";
import type { App } from "~/platform/app.server";
import { readFileForm } from "~/platform/file-form.server";
import { checkDocument, type ToCheck } from "~/services/verify/check-document.server";
import { BUSY_SECONDS, holdingFile, takeCheck } from "~/services/verify/check-limits.server";
import type { CheckView } from "~/services/verify/views";

export const meta: MetaFunction = () => [{ title: "Check a signed PDF - Inclusion Review" }];

/** A page keeps the headers of what answered it (`Retry-After`) only where its route says so. */
export const headers: HeadersFunction = ({ actionHeaders, loaderHeaders }) =>
  new Headers([...loaderHeaders, ...actionHeaders]);

type Answer = { view: CheckView | null; errors: SummaryError[]; reference: string };

/** The address printed beside a reference may hold it; the answer is the one a form would get. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const reference = ReferenceSchema.parse(new URL(request.url).searchParams.get(REFERENCE_FIELD));
  if (reference === "") return data(answer({ reference }), { status: 200 });
  const wait = await takeCheck(context.app, context.clientIp);
  return wait > 0
    ? refuse({ seconds: wait, text: waitWords(wait), reference })
    : check(context.app, { file: null, reference });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const wait = await takeCheck(context.app, context.clientIp);
  if (wait > 0) return refuse({ seconds: wait, text: waitWords(wait) });
  const { app, clientIp } = context;
  const work = () => readAndCheck(app, request);
  const found = await holdingFile(app, { address: clientIp, work });
  return found === "busy" ? refuse({ seconds: BUSY_SECONDS, text: BUSY_WORDS }) : found;
}

async function readAndCheck(app: App, request: Request) {
  const form = await readFileForm(request, { fileField: FILE_FIELD, maxBytes: FILE_MAX_BYTES });
  if (form.ok) {
    const { file, fields } = form.value;
    const reference = ReferenceSchema.parse(fields.get(REFERENCE_FIELD));
    return check(app, { file, reference });
  }
  const large = form.problem === "too-large";
  const errors = [PROBLEM_WORDS[large ? "too-large" : "nothing"]];
  return data(answer({ errors }), { status: large ? 413 : 422 });
}

async function check(app: App, given: ToCheck) {
  const { reference } = given;
  const found = await checkDocument(app, given);
  if (found.ok) return data(answer({ view: found.value }), { status: 200 });
  const errors = [PROBLEM_WORDS[found.problem]];
  return data(answer({ errors, reference }), { status: found.problem === "too-large" ? 413 : 422 });
}

type Wait = { seconds: number; text: string; reference?: string };

function refuse({ seconds, text, reference }: Wait) {
  const errors = [{ fieldId: REFERENCE_FIELD, text }];
  const headers = { "Retry-After": String(seconds) };
  return data(answer({ errors, reference }), { status: 429, headers });
}

function answer({ view = null, errors = [], reference = "" }: Partial<Answer>): Answer {
  return { view, errors, reference };
}

export default function Verify() {
  const asked = useLoaderData<typeof loader>();
  const { view, errors, reference } = useActionData<typeof action>() ?? asked;
  const textAt = (field: string) => errors.find(({ fieldId }) => fieldId === field)?.text;
  const form = (
    <>
      <CheckForm
        reference={reference}
        errors={{ file: textAt(FILE_FIELD), reference: textAt(REFERENCE_FIELD) }}
      />
      <p className="ir-hint">We keep no copy of what you check.</p>
    </>
  );
  return (
    <Page
      title="Check a signed PDF"
      template="thing"
      above={errors.length > 0 ? <ErrorSummary errors={errors} /> : undefined}
    >
      {view === null ? (
        <>
          <p className="ir-body">
            See whether a signed copy is as it was sealed. Anyone may check; no account is needed.
          </p>
          {form}
        </>
      ) : (
        <>
          <CheckResult view={view} />
          <section className="ir-section">
            <h2 className="ir-h2">Check another</h2>
            {form}
          </section>
        </>
      )}
    </Page>
  );
}
