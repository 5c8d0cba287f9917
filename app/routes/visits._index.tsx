import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { Page } from "~/components/page";
import { Notice } from "~/components/panels/notice";
import { doneWords } from "~/components/visits/done-words";
import { VisitRows } from "~/components/visits/visit-rows";
import { orErrorPage } from "~/platform/or-error-page.server";
import { listOwnVisits } from "~/services/visits/list-visits.server";

export const meta: MetaFunction = () => [{ title: "Your visits - Inclusion Review" }];

/** The visits somebody is asked to make or makes as a reviewer. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const visits = await orErrorPage(context, listOwnVisits(context.app, actor));
  const done = new URL(request.url).searchParams.get("done");
  return { visits, done, isReviewer: actor.grants.some(({ role }) => role === "reviewer") };
}

export default function YourVisits() {
  const { visits, done, isReviewer } = useLoaderData<typeof loader>();
  const words = doneWords(done);
  return (
    <Page
      title="Your visits"
      above={words === null ? null : <Notice>{words}</Notice>}
      template="thing"
      lede="Schools you are asked to visit as a reviewer, and those you have visited."
    >
      {visits.length === 0 ? (
        <p className="ir-body">
          No visit is planned. The council that accredited you will write when one is proposed.
        </p>
      ) : (
        <VisitRows visits={visits} titleOf={({ schoolName }) => schoolName} />
      )}
      <div className="ir-section">
        <ul className="ir-plain-list">
          {isReviewer ? (
            <li>
              <Link to="/visits/register">What we hold about you as a reviewer</Link>
            </li>
          ) : null}
          <li>
            <Link to="/who-can-see">Who can see what</Link>
          </li>
        </ul>
      </div>
    </Page>
  );
}
