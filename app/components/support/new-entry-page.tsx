import { Form, Link } from "@remix-run/react";
import type { SupportKind } from "~/domain/support/entry";
import type { SupportProblem, TypedSupport } from "~/domain/support/typed-support";
import type { SupportFormView } from "~/services/support/view-desk.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { summaryOf } from "../people/problem-at";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { deskPath } from "./desk-paths";
import { EntryFields } from "./entry-fields";

type Props = {
  view: SupportFormView;
  kind: SupportKind;
  typed: TypedSupport;
  problems: readonly SupportProblem[];
  whoCanSee: readonly string[];
};

const TITLES: Record<SupportKind, string> = {
  course: "Add a course",
  contact: "Add a contact",
  template: "Add a template",
  school: "Add a school that shares",
};

/** A new entry of help, with the boxes of its kind. */
export function NewEntryPage({ view, kind, typed, problems, whoCanSee }: Props) {
  const back = deskPath(view.organisation.key);
  const [first] = view.questionnaires;
  const filled =
    typed.questionnaire === "" && first ? { ...typed, questionnaire: first.key } : typed;
  return (
    <Page
      template="thing"
      title={TITLES[kind]}
      caption={view.organisation.name}
      back={{ to: back, label: "Help available" }}
      above={<ErrorSummary errors={summaryOf(problems)} />}
    >
      <Form method="post" noValidate>
        <EntryFields
          kind={kind}
          questionnaires={view.questionnaires}
          districts={view.districts}
          typed={filled}
          problems={problems}
        />
        <div className="ir-actions">
          <Button>Add it</Button>
          <Link to={back}>Go back without adding</Link>
        </div>
      </Form>
      <WhoCanSeeThis sentences={whoCanSee} />
    </Page>
  );
}
