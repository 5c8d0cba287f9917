import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/auth/session.server";
import { schoolHeading } from "~/components/answering/school-heading";
import { ErrorSummary } from "~/components/form/error-summary";
import { Page } from "~/components/page";
import { Notice } from "~/components/panels/notice";
import type { PageHandle } from "~/components/shell/page-handle";
import { VisitRows } from "~/components/visits/visit-rows";
import { WishSection } from "~/components/visits/wish-section";
import { fieldOf } from "~/forms/invitation";
import { readWishForm } from "~/forms/visit-wish";
import { AppError, toErrorResponse } from "~/platform/error-response.server";
import { orErrorPage } from "~/platform/or-error-page.server";
import { askForVisit, viewWishes, withdrawWish } from "~/services/matching/school-wish.server";
import { listSchoolVisits } from "~/services/visits/list-visits.server";

export const handle = { nav: "visits" } satisfies PageHandle;
export const meta: MetaFunction = () => [{ title: "Visits - Inclusion Review" }];

const TOLD: Record<string, string> = {
  asked: "Asked. The council sees it when it chooses schools for visits.",
  withdrawn: "Taken back. You may ask again at any time.",
};

/** Visits to a school, as its own people see them, and its wish for one. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const view = await orErrorPage(context, listSchoolVisits(context.app, actor, { urn }));
  const wishes = await orErrorPage(context, viewWishes(context.app, actor, { urn }));
  const told = TOLD[new URL(request.url).searchParams.get("done") ?? ""] ?? null;
  const school = schoolHeading({ urn, schoolName: view.school.name });
  return { visits: view.visits, wishes, told, school };
}

/** Asks for a visit, or takes the wish back. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const { urn = "" } = params;
  const form = await request.formData();
  const here = `/schools/${urn}/visits`;
  switch (fieldOf(form, "intent")) {
    case "ask": {
      const typed = readWishForm(form);
      const asking = askForVisit(context.app, actor, { urn, roundId: typed.round, ...typed });
      const outcome = await orErrorPage(context, asking);
      if (outcome.kind === "problems")
        return data({ typed, problems: outcome.problems }, { status: 422 });
      return redirect(`${here}?done=asked`);
    }
    case "withdraw": {
      const wish = { urn, organisationId: fieldOf(form, "organisation") };
      await orErrorPage(context, withdrawWish(context.app, actor, wish));
      return redirect(`${here}?done=withdrawn`);
    }
  }
  throw toErrorResponse(new AppError("bad-request"), context.requestId);
}

export default function SchoolVisits() {
  const { visits, wishes, told, school } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>() ?? null;
  const errors = sent?.problems ?? [];
  return (
    <Page
      title="Visits"
      caption={school.name}
      template="thing"
      lede="Two leaders of other schools look, with you, at what your school says in a self-review. You choose what they look at, and your school owns the record."
      above={
        <>
          {told === null ? null : <Notice>{told}</Notice>}
          <ErrorSummary
            errors={errors.map(({ field, message }) => ({ fieldId: field, text: message }))}
          />
        </>
      }
    >
      {visits.length === 0 ? (
        <p className="ir-body">
          No visit is planned. Your council will write when one is proposed.
        </p>
      ) : (
        <VisitRows visits={visits} titleOf={({ roundTitle }) => `Visit for ${roundTitle}`} />
      )}
      <WishSection wishes={wishes} sent={sent} />
    </Page>
  );
}
