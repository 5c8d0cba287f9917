import type { SheetProblem } from "~/domain/questionnaire/sheets/sheet";
import { QUESTIONNAIRE_FILE_FIELD } from "~/forms/questionnaire";
import type { OrganisationView } from "~/services/returns/load-organisation.server";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { FileForm } from "./file-form";
import { FileProblems } from "./file-problems";
import { questionnairesPath, SCHEMA_PATH } from "./questionnaire-paths";

/** What came of a file: a word about the file as a whole, or every fault in it. */
export type SentFile = { problem: string | null; faults: readonly SheetProblem[] };

type Props = { organisation: OrganisationView; sent: SentFile | null };

/** The words at the field when a file has faults, and at the top. */
export const fileProblem = (sent: SentFile | null): string | null => {
  if (sent === null) return null;
  if (sent.problem !== null) return sent.problem;
  return sent.faults.length > 0 ? "Choose a file that can be read: see what to put right" : null;
};

/** A whole new questionnaire from a file. */
export function ReadInPage({ organisation, sent }: Props) {
  const problem = fileProblem(sent);
  const errors = problem === null ? [] : [{ fieldId: QUESTIONNAIRE_FILE_FIELD, text: problem }];
  return (
    <Page
      title="Read a questionnaire in"
      caption={organisation.name}
      back={{ to: questionnairesPath(organisation.key), label: "Questionnaires" }}
      above={<ErrorSummary errors={errors} />}
      lede="It becomes a draft. You look through it before it is published, and schools see nothing of it until then."
    >
      <FileForm
        label="Choose the file"
        hint="An Excel file, or CSV, YAML or JSON, up to 900 KB. One row for each statement, with sheets for the scale, sections and number fields."
        button="Read it in"
        problem={problem}
      />
      <p className="ir-hint">
        To begin, save one of your questionnaires as Excel and change it.{" "}
        <a href={SCHEMA_PATH}>The JSON Schema</a> says the same for YAML and JSON.
      </p>
      <FileProblems problems={sent?.faults ?? []} />
    </Page>
  );
}
