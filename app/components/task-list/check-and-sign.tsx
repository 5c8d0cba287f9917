import type { SignerView, StepView, TaskListView } from "~/services/answering/views";
import { reviewPath } from "../answering/review-path";
import { RecordList, type RecordRow } from "../record-list";
import { Completed } from "../tag";

const PATHS = { check: "check", ready: "check", sign: "sign", countersign: "governor" } as const;

const TITLES = {
  check: "Check all answers",
  ready: "Mark as ready to sign",
  sign: "Sign",
  countersign: "Countersign",
} as const;

/** The steps after answering. A step that is not open yet is plain, with what comes first. */
export function CheckAndSign({ view }: { view: TaskListView }) {
  return (
    <section className="ir-section" aria-labelledby="check-and-sign">
      <h2 className="ir-h2" id="check-and-sign">
        Check and sign
      </h2>
      <RecordList rows={view.steps.map((step) => stepRow(step, view))} />
    </section>
  );
}

function stepRow({ step, status }: StepView, view: TaskListView): RecordRow {
  const isOpen = status === "open" || (step === "check" && status !== "not-yours");
  return {
    key: step,
    title: TITLES[step],
    to: isOpen ? `${reviewPath(view.response)}/${PATHS[step]}` : undefined,
    note: noteOf(step, view),
    state: stateOf(status, view),
  };
}

function noteOf(step: StepView["step"], { signers }: TaskListView): string {
  switch (step) {
    case "check":
      return "Read it as your officer will";
    case "ready":
      return "Locks the answers. You can take it back";
    case "sign":
      return signers.heads.map(signerWords).join(", or ") || "No headteacher has an account yet";
    case "countersign":
      return signers.governors.map(signerWords).join(", or ") || "No governor has an account yet";
  }
}

const signerWords = ({ name, title }: SignerView): string => (title ? `${name}, ${title}` : name);

function stateOf(status: StepView["status"], { left }: TaskListView) {
  switch (status) {
    case "done":
      return <Completed />;
    case "left-first":
      return left.total > 0 ? `${left.total} left first` : "More is left first";
    case "waiting":
      return "Later";
    case "not-yours":
      return "Not your step";
    case "open":
      return null;
  }
}
