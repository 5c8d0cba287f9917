import type { Step } from "../steps";
import type { ConfirmationPageView } from "./confirmation-page";

/** What happens next, in three steps, as far as the copy has come. */
export function nextSteps(view: ConfirmationPageView): Step[] {
  if (view.organisation === null) return privateSteps(view);
  const reads = {
    title: `Officers of ${view.organisation} read it`,
    note: "Until one of them has opened it, you can call it back.",
  };
  const replies = {
    title: repliesTitle(view),
    note: "What they noticed, what they wondered and what they can offer.",
  };
  if (view.state === "awaiting-governor") {
    const governor = view.governors.length > 0 ? view.governors.join(" or ") : "A governor";
    return [
      {
        title: `${governor} signs`,
        note: "It waits on the governor’s first page when they sign in.",
      },
      {
        title: "The signed PDF is made, once, with both signatures",
        note: "You find it on this page.",
      },
      { ...reads, title: `Officers of ${view.organisation} read it and reply`, note: replies.note },
    ];
  }
  return [
    view.document.state === "ready"
      ? {
          title: "The signed PDF is made",
          note: "Keep it, print it, send it on. Anyone can check it.",
        }
      : { title: "The signed PDF is made", note: "You find it on this page." },
    reads,
    replies,
  ];
}

function repliesTitle({ replyDays }: ConfirmationPageView): string {
  if (replyDays === null) return "They reply";
  return `They reply within ${replyDays} working ${replyDays === 1 ? "day" : "days"}`;
}

function privateSteps({ document }: ConfirmationPageView): Step[] {
  return [
    {
      title: "The signed PDF is made",
      note: document.state === "ready" ? "It is on this page." : "You find it on this page.",
    },
    { title: "It stays in your school", note: "Nobody outside sees it, or that it exists." },
    { title: "Carry on with the action plan", note: "The copy shows where you started from." },
  ];
}
