import { Form, Link } from "@remix-run/react";
import type {
  PrivateChoiceView,
  PrivateStartView,
} from "~/services/answering/start-private.server";
import { Button } from "../button";
import { ErrorSummary } from "../form/error-summary";
import { Radios } from "../form/radios";
import { Icon } from "../icon";
import { Page } from "../page";

type StartPrivatePageProps = {
  view: PrivateStartView;
  /** Names this start, so that the form sent twice makes one self-review. */
  startId: string;
  error: string | null;
};

/** Starts a self-review for the school alone. */
export function StartPrivatePage({ view, startId, error }: StartPrivatePageProps) {
  const { school, choices } = view;
  const home = `/schools/${school.urn}`;
  return (
    <Page
      template="thing"
      title="Start a private self-review"
      caption={school.name}
      back={{ to: home, label: "Self-reviews" }}
      above={<ErrorSummary errors={error ? [{ fieldId: "versionId", text: error }] : []} />}
      lede="Look at your own practice at any time, with no round and no deadline."
    >
      <div className="ir-stack">
        <OnlyYourSchool />
        {choices.length === 0 ? (
          <p>
            No questionnaire is published for your school yet. When one is, you can start from it
            here.
          </p>
        ) : (
          <Form method="post" noValidate>
            <input type="hidden" name="startId" value={startId} />
            <Radios
              id="versionId"
              name="versionId"
              legend="Which questionnaire?"
              choices={choices.map(choiceOf)}
              chosen={null}
              error={error ?? undefined}
            />
            <div className="ir-actions">
              <Button>Start a private self-review</Button>
              <Link to={home}>Leave it for now</Link>
            </div>
          </Form>
        )}
      </div>
    </Page>
  );
}

/** Who sees it, before anything is started (design.md section 3). */
const OnlyYourSchool = () => (
  <section className="ir-panel ir-panel-private" aria-labelledby="only-your-school">
    <h2 className="ir-h3 ir-with-icon" id="only-your-school">
      <Icon name="lock" />
      Only your school
    </h2>
    <p>
      Nobody outside your school sees it, or sees that it exists. Your school’s team can read and
      answer it. Governors see it only as a pack, when the headteacher shares one.
    </p>
    <p>
      <Link to="/who-can-see">Who can see what</Link>
    </p>
  </section>
);

function choiceOf({ versionId, title, version, owner }: PrivateChoiceView) {
  return { value: versionId, label: title, hint: `${owner}, version ${version}` };
}
