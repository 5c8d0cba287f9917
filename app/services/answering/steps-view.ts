import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { ResponseFacts } from "~/domain/policy/facts";
import type { ResponseState } from "~/domain/response/states";
import type { StepStatus, StepView } from "./views";

type Facts = { facts: ResponseFacts; ready: boolean; governorSigns: boolean };

/** Where each step after answering stands for this person (look/README.md, task list: "Check and sign"). */
export function stepsView(actor: Actor, { facts, ready, governorSigns }: Facts): StepView[] {
  const { state } = facts;
  const steps: StepView[] = [
    { step: "check", status: checkStatus(state, ready) },
    { step: "ready", status: readyStatus(actor, { facts, ready }) },
    { step: "sign", status: signStatus(actor, { facts, ready }) },
  ];
  if (governorSigns) steps.push({ step: "countersign", status: countersignStatus(actor, facts) });
  return steps;
}

const isAnswering = (state: ResponseState) => state === "not-started" || state === "in-progress";

function checkStatus(state: ResponseState, ready: boolean): StepStatus {
  if (!isAnswering(state)) return "done";
  return ready ? "open" : "left-first";
}

type Ready = { facts: ResponseFacts; ready: boolean };

function readyStatus(actor: Actor, { facts, ready }: Ready): StepStatus {
  if (!isAnswering(facts.state)) return "done";
  if (!ready) return "left-first";
  return can(actor, "response.mark-ready", facts).allowed ? "open" : "not-yours";
}

function signStatus(actor: Actor, { facts, ready }: Ready): StepStatus {
  if (isAnswering(facts.state)) return ready ? "waiting" : "left-first";
  if (facts.state !== "ready-to-sign") return "done";
  return can(actor, "response.sign", facts).allowed ? "open" : "not-yours";
}

function countersignStatus(actor: Actor, facts: ResponseFacts): StepStatus {
  if (facts.state === "submitted" || facts.state === "replied") return "done";
  if (facts.state !== "awaiting-governor") return "waiting";
  return can(actor, "response.countersign", facts).allowed ? "open" : "not-yours";
}
