import { Form, Link } from "@remix-run/react";
import type { TypedEntry } from "~/domain/reviewer/register-entry";
import type { NewReviewerView } from "~/services/reviewers/views";
import { Button, ButtonLink } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Select } from "../form/select";
import { Page } from "../page";
import { controlOf, summaryOf } from "../people/problem-at";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { EntryFields } from "./entry-fields";
import { registerPath } from "./register-paths";

type Props = {
  view: NewReviewerView;
  typed: TypedEntry;
  person: string;
  problems: readonly { field: string; message: string }[];
  whoCanSee: readonly string[];
};

/** A new entry, for somebody who has the role of reviewer already. */
export function NewReviewerPage({ view, typed, person, problems, whoCanSee }: Props) {
  const { organisation, people } = view;
  const back = registerPath(organisation.key);
  return (
    <Page
      template="thing"
      title="Add a reviewer"
      caption={organisation.name}
      back={{ to: back, label: "Reviewers" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
    >
      {people.length === 0 ? (
        <Nobody organisationKey={organisation.key} />
      ) : (
        <Form method="post" noValidate>
          <Select
            {...controlOf("person", problems)}
            label="Person"
            hint="Those with the role of reviewer who do not stand in the register yet."
            choices={[{ value: "", label: "Choose a person" }, ...people]}
            defaultValue={person}
            width="full"
          />
          <EntryFields form={view} typed={typed} problems={problems} />
          <div className="ir-actions">
            <Button>Add to the register</Button>
            <Link to={back}>Go back without adding</Link>
          </div>
        </Form>
      )}
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}

const Nobody = ({ organisationKey }: { organisationKey: string }) => (
  <>
    <p className="ir-body">
      Everybody with the role of reviewer stands in the register. Invite the next one as a reviewer;
      once they have accepted, add them here.
    </p>
    <p className="ir-actions">
      <ButtonLink to={`/organisations/${organisationKey}/people/invite`}>
        Invite a reviewer
      </ButtonLink>
    </p>
  </>
);
