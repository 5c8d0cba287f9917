import { Form, Link } from "@remix-run/react";
import type { TypedApplicability } from "~/forms/applicability";
import type { ConfirmOutcome } from "~/services/answering/confirm-applicability.server";
import type { ApplicabilityPageView, ResponseHeaderView } from "~/services/answering/views";
import { ClosedPanel } from "../answering/closed-panel";
import { reviewPath } from "../answering/review-path";
import { Button } from "../button";
import { Checkbox } from "../form/checkbox";
import { Checkboxes } from "../form/checkboxes";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Panel } from "../panels/panel";
import { PHASE_WORDS, TYPE_WORDS } from "./applicability-words";
import { problemsAt, problemSummary } from "./start-problems";

type Sent = { typed: TypedApplicability; outcome: Exclude<ConfirmOutcome, { kind: "confirmed" }> };
type StartPageProps = { view: ApplicabilityPageView; sent: Sent | null };

/** Which parts apply: filled in from what is published about the school, confirmed by the school. */
export function StartPage({ view, sent }: StartPageProps) {
  const { response, school } = view;
  const problems = problemsOf(sent);
  const told = [school.phaseName, school.typeName, school.ages && `ages ${school.ages}`];
  return (
    <Page
      template="thing"
      title="Which parts apply to your school?"
      caption={response.title}
      back={{ to: `/schools/${response.urn}`, label: "Self-reviews" }}
      above={<ErrorSummary errors={problems.map(problemSummary)} />}
      lede={`The register of schools says: ${told.filter(Boolean).join(", ")}. Change what is not right. Only statements meant for you are then asked.`}
    >
      {mayStart(response) ? (
        <StartForm view={view} sent={sent} />
      ) : (
        <ClosedPanel response={response} />
      )}
    </Page>
  );
}

const problemsOf = (sent: Sent | null) =>
  sent?.outcome.kind === "problems" ? sent.outcome.problems : [];

const mayStart = ({ editable }: ResponseHeaderView): boolean =>
  editable.ok || editable.reason === "confirm-first";

function StartForm({ view, sent }: StartPageProps) {
  const { response } = view;
  const problems = problemsOf(sent);
  return (
    <Form method="post">
      <input type="hidden" name="version" value={view.version} />
      {sent ? <Told sent={sent} /> : null}
      <Checkboxes
        id="phases"
        name="phases"
        legend="Phases you teach"
        choices={view.phases.map(({ code, suggested }) => ({
          value: code,
          label: PHASE_WORDS[code],
          hint: suggested ? "From the register" : undefined,
        }))}
        ticked={sent?.typed.phases ?? chosen(view.phases, ({ code }) => code)}
        error={problemsAt(problems, "phases")}
      />
      <Checkboxes
        id="types"
        name="types"
        legend="Your kind of school"
        hint="Some legal duties are for some kinds of school only."
        choices={view.types.map(({ code, suggested }) => ({
          value: code,
          label: TYPE_WORDS[code],
          hint: suggested ? "From the register" : undefined,
        }))}
        ticked={sent?.typed.types ?? chosen(view.types, ({ code }) => code)}
        error={problemsAt(problems, "types")}
      />
      <SectionChoices view={view} sent={sent} error={problemsAt(problems, "sections")} />
      <div className="ir-actions">
        <Button>{view.confirmed ? "Save which parts apply" : "Confirm and start"}</Button>
        {view.confirmed ? <Link to={reviewPath(response)}>Leave it as it is</Link> : null}
      </div>
    </Form>
  );
}

function chosen<T extends { chosen: boolean }>(of: readonly T[], valueOf: (one: T) => string) {
  return of.filter((one) => one.chosen).map(valueOf);
}

type SectionChoicesProps = StartPageProps & { error: string | undefined };

function SectionChoices({ view, sent, error }: SectionChoicesProps) {
  if (view.sections === null) return null;
  const { atLeast, choices } = view.sections;
  return (
    <Checkboxes
      id="sections"
      name="sections"
      legend="Sections you want to review"
      hint={`Choose at least ${atLeast}. You can add more later.`}
      choices={choices.map(({ key, title }) => ({ value: key, label: `${key}. ${title}` }))}
      ticked={sent?.typed.sections ?? chosen(choices, ({ key }) => key)}
      error={error}
    />
  );
}

/** What the service asks or tells before it writes: answers that would no longer count, or another's change. */
function Told({ sent: { outcome } }: { sent: Sent }) {
  if (outcome.kind === "conflict") {
    return (
      <Panel kind="caution" title="Someone else changed this first" id="told">
        <p>What you ticked is still below. Look at it once more, then save again.</p>
      </Panel>
    );
  }
  if (outcome.kind !== "ask") return null;
  const { answersSetAside } = outcome.change;
  return (
    <Panel kind="caution" title="Some answers would no longer count" id="told">
      <p>
        They are kept, and come back if you tick the part again:{" "}
        {answersSetAside.map(({ key, short }) => `${key} ${short}`).join(", ")}.
      </p>
      <Checkbox
        id="changeAccepted"
        name="changeAccepted"
        label="Set these answers aside"
        hint="Then save again."
      />
    </Panel>
  );
}
