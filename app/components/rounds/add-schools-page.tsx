import { Form } from "@remix-run/react";
import type { SchoolChoice } from "~/domain/round/school-choice";
import type { AddSchoolsView } from "~/services/rounds/add-schools.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { summaryOf } from "../people/problem-at";
import type { FieldProblem } from "./draft-page";
import { roundPath } from "./round-paths";
import { SchoolFields } from "./school-fields";

type Props = { view: AddSchoolsView; choice: SchoolChoice; problems: readonly FieldProblem[] };

/** Schools that are not in a round, to add. */
export function AddSchoolsPage({ view, choice, problems }: Props) {
  const { organisation, round, schools } = view;
  return (
    <Page
      title="Add schools to this round"
      caption={round.title}
      template="thing"
      back={{ to: roundPath(organisation.key, round.id), label: round.title }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
      lede="They get the same questionnaire, dates and message. Those that somebody leads are invited at once."
    >
      {schools.length === 0 ? (
        <p className="ir-body">Every school of {organisation.name} is in this round.</p>
      ) : (
        <Form method="post" noValidate>
          <SchoolFields choice={choice} from={view} problems={problems} />
          <div className="ir-button-row">
            <Button name="intent" value="add">
              Add and invite them
            </Button>
          </div>
        </Form>
      )}
    </Page>
  );
}
