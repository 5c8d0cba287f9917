import { Form } from "@remix-run/react";
import type { LogoView } from "~/services/organisation/logo-view";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Field } from "../form/field";
import { describedBy } from "../form/field-ids";
import { TextInput } from "../form/text-input";
import { summaryOf } from "../people/problem-at";
import { Page } from "../page";
import { Logo } from "./logo";

type LogoPageProps = {
  organisation: { key: string; name: string };
  logo: LogoView | null;
  typed: string;
  problem: { field: "file" | "alt"; message: string } | null;
};

const HINT = "PNG or JPEG, 200 kB or less, each side between 24 and 2,000 pixels.";

/** The organisation's logo: the file, and the words for those who do not see it. */
export function LogoPage({ organisation, logo, typed, problem }: LogoPageProps) {
  const at = (field: "file" | "alt") => (problem?.field === field ? problem.message : undefined);
  return (
    <Page
      title="Logo"
      caption={organisation.name}
      template="thing"
      back={{ to: `/organisations/${organisation.key}/settings`, label: "Settings" }}
      above={<ErrorSummary errors={summaryOf(problem === null ? [] : [problem])} />}
      lede="It stands on the sign-in page and beside your name. Signed copies do not show it: they say who asked in words."
    >
      {logo === null ? null : (
        <section className="ir-section" aria-labelledby="now">
          <h2 className="ir-h2" id="now">
            Now
          </h2>
          <p>
            <Logo logo={logo} />
          </p>
          <Form method="post">
            <Button secondary name="intent" value="remove">
              Remove the logo
            </Button>
          </Form>
        </section>
      )}
      <form method="post" encType="multipart/form-data" noValidate>
        <Field
          id="file"
          label={logo === null ? "Picture" : "Another picture"}
          hint={`${HINT} Anything else in the file, like where it was made, is left out.`}
          error={at("file")}
        >
          <input
            id="file"
            name="file"
            type="file"
            accept="image/png,image/jpeg"
            className="ir-file"
            aria-describedby={describedBy("file", { hint: HINT, error: at("file") })}
            aria-invalid={at("file") ? true : undefined}
          />
        </Field>
        <TextInput
          id="alt"
          name="alt"
          label="What it says"
          hint="Read to those who do not see it, like Wealdshire Council."
          defaultValue={typed}
          width="medium"
          autoComplete="off"
          error={at("alt")}
        />
        <Button name="intent" value="save">
          Save
        </Button>
      </form>
    </Page>
  );
}
