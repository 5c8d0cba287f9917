import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { Page } from "~/components/page";
import type { PageHandle } from "~/components/shell/page-handle";
import { VisitRows } from "~/components/visits/visit-rows";
import { orErrorPage } from "~/platform/or-error-page.server";
import { listSchoolVisits } from "~/services/visits/list-visits.server";

export const handle = { nav: "visits" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visits - Inclusion Review" }];

/** Visits to a school, as its own people see them. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, listSchoolVisits(context.app, actor, { urn }));
  return { ...view, school: schoolHeading({ urn, schoolName: view.school.name }) };
}

export default function SchoolVisits() {
  const { visits, school } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Visits"
      caption={school.name}
      template="thing"
      lede="Two leaders of other schools look, with you, at what your school says in a self-review. You choose what they look at, and your school owns the record."
    >
      {visits.length === 0 ? (
        <p className="ir-body">
          No visit is planned. Your council will write when one is proposed.
        </p>
      ) : (
        <VisitRows visits={visits} titleOf={({ roundTitle }) => `Visit for ${roundTitle}`} />
      )}
    </Page>
  );
}
