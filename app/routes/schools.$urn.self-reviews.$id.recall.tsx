import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { Button } from "~/components/button";
import { Page } from "~/components/page";
import type { PageHandle } from "~/components/shell/page-handle";
import { RefusedPage } from "~/components/signing/refused-page";
import { placeOf, reviewPath, signedPath } from "~/components/signing/review-paths";
import { orErrorPage } from "~/platform/or-error-page.server";
import { recallResponse } from "~/services/signing/change-signed.server";
import { viewChange } from "~/services/signing/view-change.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Call it back - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const asked = { ...placeOf(params), action: "response.recall" as const };
  const view = await orErrorPage(context, viewChange(context.app, actor, asked));
  const status = view.refused === null ? 200 : view.refused.reason === "needs-head" ? 403 : 409;
  return data({ view, school: schoolHeading(view) }, { status });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const place = placeOf(params);
  await orErrorPage(context, recallResponse(context.app, actor, place));
  return redirect(reviewPath(place));
}

export default function Recall() {
  const { view } = useLoaderData<typeof loader>();
  const back = { to: signedPath(view, view.number), label: `Signed copy ${view.number}` };
  if (view.refused !== null) {
    return <RefusedPage title={`Call back ${view.title}`} back={back} {...view.refused} />;
  }
  return (
    <Page title={`Call back ${view.title}`} template="thing" back={back}>
      <p className="ir-body">
        Signed copy {view.number} is set aside, and the answers can be changed again. Signing makes
        a new copy with a new reference. If an earlier copy stood, it stands again.
      </p>
      <Form method="post" className="ir-actions">
        <Button>Call it back</Button>
        <Link to={back.to}>Leave it as it is</Link>
      </Form>
    </Page>
  );
}
