import { QUESTIONNAIRE_FILE_FIELD } from "~/forms/questionnaire";
import { Button } from "../button";
import { Field } from "../form/field";
import { describedBy } from "../form/field-ids";

type Props = {
  label: string;
  hint: string;
  button: string;
  problem: string | null;
  /** The hash of the draft that the file takes the place of; empty where there is none. */
  from?: string;
  secondary?: boolean;
};

/** Choosing a file of a questionnaire. A document post with and without JavaScript, as for every file. */
export function FileForm({ label, hint, button, problem, from = "", secondary = false }: Props) {
  const id = QUESTIONNAIRE_FILE_FIELD;
  const words = { label, hint, ...(problem === null ? {} : { error: problem }) };
  return (
    <form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="from" value={from} />
      <Field id={id} {...words}>
        <input
          type="file"
          id={id}
          name={id}
          accept=".xlsx,.csv,.yaml,.yml,.json"
          className="ir-file"
          aria-describedby={describedBy(id, words)}
          aria-invalid={problem === null ? undefined : true}
        />
      </Field>
      <Button secondary={secondary}>{button}</Button>
    </form>
  );
}
