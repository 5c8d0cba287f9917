import { Form, Link } from "@remix-run/react";
import type { RemovalScope } from "~/domain/personal-data/removal";
import type { RemoveDetailsForm } from "~/forms/remove-details";
import { Button } from "../button";
import type { SummaryError } from "../form/error-summary";
import { Radios } from "../form/radios";
import { TextInput } from "../form/text-input";
import type { Back } from "../page";
import { scopeWords } from "./remove-words";

type SearchStepProps = {
  here: string | null;
  /** Whether one answer can go whole. */
  isAnswer: boolean;
  scopes: readonly RemovalScope[];
  typed: RemoveDetailsForm | null;
  error: SummaryError | null;
  back: Back;
};

/** First step: which words, and where. The words go in the body of the form, never into an address. */
export function SearchStep({ here, isAnswer, scopes, typed, error, back }: SearchStepProps) {
  const errorAt = (id: string) => (error?.fieldId === id ? error.text : undefined);
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="look" />
      {isAnswer ? (
        <Radios
          id="target"
          name="target"
          legend="What should go?"
          choices={[
            { value: "words", label: "The words below" },
            {
              value: "whole",
              label: `The whole text of ${here ?? "this answer"}`,
              hint: "In every version and signed copy. The level stays.",
            },
          ]}
          chosen={typed?.target ?? "words"}
        />
      ) : null}
      <TextInput
        id="words"
        name="words"
        label="The words to remove"
        hint="As they are written: a whole name, for example. Capitals, kinds of apostrophe and line ends do not matter. Names are often written in part as well, so look for the first name alone afterwards."
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        defaultValue={typed?.words}
        error={errorAt("words")}
      />
      <Radios
        id="scope"
        name="scope"
        legend="Where?"
        choices={scopes.map((scope) => ({ value: scope, label: scopeWords(scope, here) }))}
        chosen={typed?.scope ?? (scopes.includes("review") ? "review" : (scopes[0] ?? null))}
        error={errorAt("scope")}
      />
      <div className="ir-actions">
        <Button>Show where they are</Button>
        <Link to={back.to}>Leave it as it is</Link>
      </div>
    </Form>
  );
}
