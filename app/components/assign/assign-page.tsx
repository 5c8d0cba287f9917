import { Form, Link } from "@remix-run/react";
import { type PostedAssignment, sectionControl } from "~/forms/assignments";
import type { AssignmentsView } from "~/services/answering/views";
import { reviewPath } from "../answering/review-path";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Select } from "../form/select";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { sectionRows } from "./section-rows";

type AssignPageProps = {
  view: AssignmentsView;
  /** How many sections the last save changed; null when nothing was just saved. */
  changed: number | null;
  /** What was chosen, when the form comes back. */
  sent: { typed: PostedAssignment[] } | null;
};

/** One person for each section. It guides; anyone on the team may still answer anything. */
export function AssignPage({ view, changed, sent }: AssignPageProps) {
  const { response } = view;
  const rows = sectionRows(view, sent?.typed ?? null);
  const errors = rows.flatMap(({ id, section, error }) =>
    error === undefined ? [] : [{ fieldId: id, text: `Section ${section.key}: ${error}` }],
  );
  return (
    <Page
      template="thing"
      title="Assign sections to people"
      caption={response.title}
      back={{ to: reviewPath(response), label: response.title }}
      above={sent ? <ErrorSummary errors={errors} /> : <SavedNotice changed={changed} />}
      lede="Assigning says who will look after a section. It locks nothing: anyone on your team may answer."
    >
      <Form method="post">
        {rows.map(({ id, section, chosen, choices, error }) => (
          <Select
            // A saved choice shows as the new default.
            key={`${section.key} ${chosen}`}
            id={id}
            name={sectionControl(section.key)}
            label={`${section.key}. ${section.title}`}
            hint={`${section.done} of ${section.total} done`}
            choices={choices}
            defaultValue={chosen}
            error={error && `${error.charAt(0).toUpperCase()}${error.slice(1)}`}
          />
        ))}
        <div className="ir-actions">
          <Button>Save who looks after what</Button>
          <Link to={reviewPath(response)}>Leave it as it is</Link>
        </div>
      </Form>
    </Page>
  );
}

function SavedNotice({ changed }: { changed: number | null }) {
  if (changed === null) return null;
  const sections = changed === 1 ? "1 section has" : `${changed} sections have`;
  return (
    <Notice>
      {changed === 0 ? "Nothing was changed." : `Saved: ${sections} changed.`} Each person sees
      their sections on the list of the self-review.
    </Notice>
  );
}
