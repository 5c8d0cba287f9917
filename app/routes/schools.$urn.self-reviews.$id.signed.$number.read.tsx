import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { Page } from "~/components/page";
import { AskedHere } from "~/components/replies/asked-here";
import { SnapshotReading } from "~/components/reading/snapshot-reading";
import { schoolHeading } from "~/components/answering/school-heading";
import type { PageHandle } from "~/components/shell/page-handle";
import { numberOf, placeOf, signedPath } from "~/components/signing/review-paths";
import { Signatures } from "~/components/signing/signatures";
import { WhoCanSeeThis } from "~/components/who-can-see/who-can-see-this";
import { formatDate } from "~/domain/calendar/format";
import { orErrorPage } from "~/platform/or-error-page.server";
import { questionsBeside } from "~/services/replies/view-replies.server";
import { readSubmission } from "~/services/signing/read-submission.server";

export const handle = { nav: "self-reviews" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Signed answers - Inclusion Review" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const copy = { ...placeOf(params), number: numberOf(params["number"]) };
  const view = await orErrorPage(context, readSubmission(context.app, actor, copy));
  const asked = await orErrorPage(context, questionsBeside(context.app, actor, copy));
  const school = schoolHeading({ urn: copy.urn, schoolName: view.snapshot.school.name });
  return { view, asked, copy, school };
}

export default function ReadSigned() {
  const { view, asked, copy } = useLoaderData<typeof loader>();
  const { snapshot, signedAt, seenBy } = view;
  const { school, questionnaire, number, reference } = snapshot;
  return (
    <Page
      title={`${questionnaire.title}, signed copy ${number}`}
      caption={school.name}
      lede={`Signed ${formatDate(signedAt)}, reference ${reference}. This is what was signed, word for word.`}
      back={{ to: signedPath(copy, number), label: `Signed copy ${number}` }}
    >
      <SnapshotReading
        snapshot={snapshot}
        beside={(item) => <AskedHere asked={asked} itemKey={item.key} place={copy} />}
      />
      <Signatures view={view} />
      <WhoCanSeeThis sentences={seenBy} />
    </Page>
  );
}
