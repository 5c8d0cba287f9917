import { Form, Link } from "@remix-run/react";
import { QUESTIONNAIRE_FILE_FIELD } from "~/forms/questionnaire";
import type { QuestionnaireView } from "~/services/questionnaires/view-questionnaires.server";
import { Button, ButtonLink } from "../button";
import { dutyDeskPath } from "../duty-desk/duty-paths";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { FileForm } from "./file-form";
import { FileProblems } from "./file-problems";
import { comparisonPath, questionnairesPath, versionPath } from "./questionnaire-paths";
import { fileProblem, type SentFile } from "./read-in-page";
import { VersionTag } from "./version-tag";

type Props = { view: QuestionnaireView; sent: SentFile | null; told: string | null };

/** One questionnaire: its versions, and the ways to the next one. */
export function QuestionnairePage({ view, sent, told }: Props) {
  const { organisation, questionnaire, draft } = view;
  const problem = fileProblem(sent);
  const errors = problem === null ? [] : [{ fieldId: QUESTIONNAIRE_FILE_FIELD, text: problem }];
  return (
    <Page
      title={questionnaire.title}
      caption={organisation.name}
      back={{ to: questionnairesPath(organisation.key), label: "Questionnaires" }}
      above={
        <>
          {told === null ? null : <Notice>{told}</Notice>}
          <ErrorSummary errors={errors} />
        </>
      }
    >
      <Begin view={view} />
      <Versions view={view} />
      <section className="ir-section" aria-labelledby="from-file">
        <h2 className="ir-h2" id="from-file">
          {draft === null ? "The next version from a file" : "Put a file in the draft’s place"}
        </h2>
        <FileForm
          label="Choose the file"
          hint="Save the version that stands as Excel, change it and read it in here. Sheets you leave out stay as they are."
          button={draft === null ? "Read it in as a draft" : "Put it in the draft’s place"}
          problem={problem}
          from={draft?.sha256}
          secondary
        />
        <FileProblems problems={sent?.faults ?? []} />
      </section>
      <p className="ir-body">
        <Link to={dutyDeskPath(organisation.key, questionnaire.key)}>
          Duties beside the statements
        </Link>{" "}
        have dates of their own and are changed apart from versions.
      </p>
    </Page>
  );
}

function Begin({
  view: { organisation, questionnaire, draft, versions },
}: {
  view: QuestionnaireView;
}) {
  const at = { organisation: organisation.key, questionnaire: questionnaire.key };
  if (draft !== null)
    return (
      <p className="ir-actions">
        <ButtonLink to={versionPath({ ...at, number: draft.number })}>
          Carry on with the draft of version {draft.number}
        </ButtonLink>
      </p>
    );
  const next = (versions[0]?.number ?? 0) + 1;
  return (
    <Form method="post" className="ir-actions">
      <Button name="intent" value="start">
        Begin a draft of version {next}
      </Button>
    </Form>
  );
}

function Versions({
  view: { organisation, questionnaire, versions },
}: {
  view: QuestionnaireView;
}) {
  const at = { organisation: organisation.key, questionnaire: questionnaire.key };
  return (
    <section className="ir-section" aria-labelledby="versions">
      <h2 className="ir-h2" id="versions">
        Versions
      </h2>
      <ul className="ir-list">
        {versions.map(({ number, state, publishedOn }, place) => (
          <li className="ir-list-row" key={number}>
            <div className="ir-list-main">
              <p className="ir-list-title">
                <Link to={versionPath({ ...at, number })}>Version {number}</Link>{" "}
                <VersionTag state={state} />
              </p>
              <p className="ir-muted">
                {publishedOn === null ? "Seen by managers only" : `Published on ${publishedOn}`}
              </p>
              {place === versions.length - 1 ? null : (
                <p>
                  <Link to={comparisonPath({ ...at, number })}>
                    What changed in version {number}
                  </Link>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
