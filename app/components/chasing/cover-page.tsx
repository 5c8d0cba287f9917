import { Form } from "@remix-run/react";
import { formatDate } from "~/domain/calendar/format";
import type { CoverFields, CoverProblem } from "~/domain/chasing/cover-fields";
import type { CoversView, OwnerView } from "~/services/chasing/cover.server";
import { Button } from "../button";
import { Checkboxes } from "../form/checkboxes";
import { ErrorSummary } from "../form/error-summary";
import { Select } from "../form/select";
import { TextInput } from "../form/text-input";
import { Page } from "../page";
import { controlOf, summaryOf } from "../people/problem-at";
import { mondayPath } from "./chasing-paths";

export type SentCover = { typed: CoverFields; problems: CoverProblem[] };
type CoverPageProps = { view: CoversView; sent: SentCover | null };

/** Who looks after whose districts, and a form for each who may hand theirs over. */
export function CoverPage({ view, sent }: CoverPageProps) {
  const { organisation, owners, covers } = view;
  return (
    <Page
      template="thing"
      title="Cover for districts"
      caption={organisation.name}
      back={{ to: mondayPath(organisation.key), label: "Today" }}
      above={<ErrorSummary errors={summaryOf(sent?.problems ?? [])} />}
      lede="While a colleague covers, your schools are in their lists too, and it says whose they are. Nothing is locked."
    >
      {covers.length === 0 ? (
        <p className="ir-body">Nobody covers for anybody, now or later.</p>
      ) : (
        <Covers view={view} />
      )}
      {owners.length === 0 ? (
        <p className="ir-body">
          You have no districts of your own to hand over. A manager sets them on the people page.
        </p>
      ) : (
        owners.map((owner) => (
          <CoverForm key={owner.userId} owner={owner} view={view} sent={sentBy(owner, sent)} />
        ))
      )}
    </Page>
  );
}

const sentBy = ({ userId }: OwnerView, sent: SentCover | null): SentCover | null =>
  sent?.typed.ownerId === userId ? sent : null;

const Covers = ({ view: { covers } }: { view: CoversView }) => (
  <ul className="ir-list">
    {covers.map(({ id, ownerName, coveredByName, districts, from, to, mayEnd }) => (
      <li className="ir-list-row" key={id}>
        <div className="ir-list-main">
          <p className="ir-list-title">
            {coveredByName} covers for {ownerName}
          </p>
          <p className="ir-list-note">
            {districts.join(", ")}, {formatDate(from)} to {formatDate(to)}
          </p>
        </div>
        {mayEnd ? (
          <Form method="post">
            <input type="hidden" name="cover" value={id} />
            <Button secondary name="intent" value="end">
              Take it away
              <span className="govuk-visually-hidden">
                : {coveredByName} for {ownerName}
              </span>
            </Button>
          </Form>
        ) : null}
      </li>
    ))}
  </ul>
);

type CoverFormProps = { owner: OwnerView; view: CoversView; sent: SentCover | null };

function CoverForm({ owner, view, sent }: CoverFormProps) {
  const problems = sent?.problems ?? [];
  const typed = sent?.typed;
  // One form for each officer, so the ids of its controls are told apart; where it was sent they are those of the summary.
  const at = (field: "coveredBy" | "from" | "to" | "districts") => {
    const control = controlOf(field, problems);
    return sent === null ? { ...control, id: `${field}-${owner.userId}` } : control;
  };
  const colleagues = view.colleagues.filter(({ userId }) => userId !== owner.userId);
  return (
    <Form method="post" noValidate className="ir-section">
      <h2 className="ir-h2">Districts of {owner.name}</h2>
      <input type="hidden" name="ownerId" value={owner.userId} />
      <Select
        {...at("coveredBy")}
        label="Who covers"
        choices={[
          { value: "", label: "Choose" },
          ...colleagues.map(({ userId, name }) => ({ value: userId, label: name })),
        ]}
        defaultValue={typed?.coveredBy ?? ""}
      />
      <Checkboxes
        {...at("districts")}
        legend="Which districts"
        choices={owner.districts.map((district) => ({ value: district, label: district }))}
        ticked={typed?.districts ?? owner.districts}
      />
      <TextInput
        {...at("from")}
        label="First day"
        hint="Like 4 9 2026."
        defaultValue={typed?.from ?? ""}
        width="medium"
        autoComplete="off"
      />
      <TextInput
        {...at("to")}
        label="Last day"
        hint="Like 4 9 2026."
        defaultValue={typed?.to ?? ""}
        width="medium"
        autoComplete="off"
      />
      <Button name="intent" value="set">
        Set the cover
      </Button>
    </Form>
  );
}
