import { FILE_FIELD, FILE_MAX_BYTES, REFERENCE_FIELD, REFERENCE_MAX } from "~/forms/verify";
import { Button } from "../button";
import { TextInput } from "../form/text-input";
import { PdfInput } from "./pdf-input";
import { PROBLEM_WORDS } from "./problem-words";

type CheckFormProps = { reference: string; errors: { file?: string; reference?: string } };

/** A document post with and without JavaScript: the answer is a page of its own. */
export function CheckForm({ reference, errors }: CheckFormProps) {
  return (
    <form method="post" action="/verify" encType="multipart/form-data" noValidate>
      <PdfInput
        id={FILE_FIELD}
        label="Choose the PDF"
        error={errors.file}
        maxBytes={FILE_MAX_BYTES}
        tooLargeText={PROBLEM_WORDS["too-large"].text}
      />
      <TextInput
        id={REFERENCE_FIELD}
        name={REFERENCE_FIELD}
        label="Or type its reference"
        hint="At the top of every page, like IT26-900412-1-7KQD"
        width="medium"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={REFERENCE_MAX}
        defaultValue={reference}
        error={errors.reference}
      />
      <Button>Check</Button>
    </form>
  );
}
