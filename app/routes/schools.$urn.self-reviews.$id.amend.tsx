import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/form/error-summary";
import { TextArea } from "~/components/form/text-area";
import { Page } from "~/components/page";
import type { PageHandle } from "~/components/shell/page-handle";
import { reasonWords } from "~/components/signing/reason-words";
import { RefusedPage } from "~/components/signing/refused-page";
import { placeOf, reviewPath, signedPath } from "~/components/signing/review-paths";
import { readReasonForm } from "~/forms/reason";
import { orErrorPage } from "~/platform/or-error-page.server";
import { amendResponse } from "~/services/signing/change-signed.server";
import { viewChange } from "~/services/signing/view-change.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Open for changes - Inclusion Review" }];

/** What was refused is shown beside how things stand now; Remix would keep the old page after a 4xx. */
export const shouldRevalidate = () => true;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const asked = { ...placeOf(params), action: "response.amend" as const };
  const view = await orErrorPage(context, viewChange(context.app, actor, asked));
  const status = view.refused === null ? 200 : view.refused.reason === "needs-head" ? 403 : 409;
  return data({ view, school: schoolHeading(view) }, { status });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  const { reason } = readReasonForm(await request.formData());
  const result = await orErrorPage(
    context,
    amendResponse(context.app, actor, { ...place, reason }),
  );
  if (result.ok) return redirect(reviewPath(place));
  const error = reasonWords(result.problem.code, "amend");
  return data({ error, typed: reason }, { status: 422 });
}

export default function Amend() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = { to: signedPath(view, view.number), label: `Signed copy ${view.number}` };
  const title = `Open ${view.title} for changes`;
  if (view.refused !== null) return <RefusedPage title={title} back={back} {...view.refused} />;
  const errors = sent === undefined ? [] : [{ fieldId: "reason", text: sent.error }];
  return (
    <Page title={title} template="thing" back={back} above={<ErrorSummary errors={errors} />}>
      <p className="ir-body">
        Signed copy {view.number} stands until you sign the next one, and stays readable after that.
      </p>
      <Form method="post" noValidate>
        <TextArea
          id="reason"
          name="reason"
          label="What will you change, and why?"
          limit={500}
          warnNames
          defaultValue={sent?.typed}
          error={sent?.error}
        />
        <div className="ir-actions">
          <Button>Open for changes</Button>
          <Link to={back.to}>Leave it as it is</Link>
        </div>
      </Form>
    </Page>
  );
}
