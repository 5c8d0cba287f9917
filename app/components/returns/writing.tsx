import { Form, Link } from "@remix-run/react";
import { Button } from "../button";
import { Panel } from "../panels/panel";
import type { SentWords } from "../replies/answer-form";
import { AskForm } from "../replies/ask-form";
import { QuestionCard, type ShownQuestion } from "../replies/question-card";
import { ReplyForm, type SentDraft } from "../replies/reply-form";
import { SentReply, type ShownReply } from "../replies/sent-reply";
import type { ReturnPageView } from "./return-page";
import { ReplySide } from "./reply-side";

/** What came back of a form of this page; null where it was another's. */
export type CameBack = {
  question: SentWords | null;
  draft: SentDraft | null;
  /** A colleague replied first. */
  theirs: ShownReply | null;
  /** The return changed while the reply was written; the draft is kept. */
  movedOn: boolean;
  /** Somebody else answered or closed a question first. */
  closedElsewhere: boolean;
};

export const NOTHING_CAME: CameBack = {
  question: null,
  draft: null,
  theirs: null,
  movedOn: false,
  closedElsewhere: false,
};

type WritingProps = {
  view: ReturnPageView;
  page: string;
  asking: string | null;
  came: CameBack;
};

/** Questions and the reply, with who reads them and how far the return is. */
export function Writing(props: WritingProps) {
  const { view } = props;
  return (
    <div className="ir-columns ir-columns-reading">
      <div>
        <Questions {...props} />
        <Reply {...props} />
      </div>
      <aside className="ir-stack">
        <ReplySide first={view.first} signedAt={view.signatures.at(-1)?.at ?? null} />
      </aside>
    </div>
  );
}

function Questions({ view, page, asking, came }: WritingProps) {
  const { questions, mayAsk } = view.first;
  const { number } = view.snapshot;
  return (
    <section className="ir-section" id="questions" tabIndex={-1}>
      <h2 className="ir-h2">Questions</h2>
      {questions.length === 0 ? (
        <p>Nothing has been asked. Each statement below has a link to ask about it.</p>
      ) : null}
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question}>
          {mayAsk ? <CloseForm question={question} page={page} /> : null}
        </QuestionCard>
      ))}
      {mayAsk && asking === "whole" ? (
        <AskForm page={page} number={number} itemKey={null} sent={came.question} />
      ) : null}
      {mayAsk && asking !== "whole" ? (
        <p>
          <Link to={`${page}?ask=whole#questions`}>Ask about the whole return</Link>
        </p>
      ) : null}
    </section>
  );
}

function CloseForm({ question, page }: { question: ShownQuestion; page: string }) {
  if (question.state === "closed") return null;
  return (
    <Form method="post" action={page}>
      <input type="hidden" name="form" value="close" />
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="version" value={question.version} />
      <Button secondary>
        Close this question
        <span className="govuk-visually-hidden">
          {question.on === null ? " about the whole return" : ` about ${question.on.key}`}
        </span>
      </Button>
    </Form>
  );
}

const WHY_NOT = {
  "already-replied": null,
  "being-amended":
    "The school is amending this return. You can reply once it has signed again; what you have written is kept.",
  "not-yours": "The organisation that runs the round replies. You read what it writes.",
} as const;

function Reply({ view, page, came }: WritingProps) {
  const { replies, writing, whyNot } = view.first;
  const reason = whyNot === null ? null : WHY_NOT[whyNot];
  const { number } = view.snapshot;
  return (
    <>
      {replies.map((reply) => (
        <SentReply key={reply.id} reply={reply} title={`Reply to signed copy ${reply.number}`} />
      ))}
      <TooLate came={came} />
      {reason === null ? null : <p className="ir-body">{reason}</p>}
      {writing === null ? null : (
        <section className="ir-section" id="your-reply" tabIndex={-1}>
          <h2 className="ir-h2">Your reply</h2>
          <p>One reply for the whole return. Answer the words they wrote.</p>
          <ReplyForm
            key={`${writing.version} ${number}`}
            page={page}
            number={number}
            writing={writing}
            sent={came.draft}
          />
        </section>
      )}
    </>
  );
}

/** A colleague was first: their reply stands above, yours is here. */
function TooLate({ came }: { came: CameBack }) {
  const { theirs, draft, movedOn } = came;
  if (movedOn) {
    return (
      <Panel kind="conflict" title="This return changed while you wrote" id="moved-on">
        <p>
          Your words are kept as a draft. Read what changed, then send: a colleague may have added
          to the draft, or the school is changing what it signed.
        </p>
      </Panel>
    );
  }
  if (theirs === null || draft === null) return null;
  const mine = Object.values(draft.typed).filter((text) => text.trim() !== "");
  return (
    <Panel kind="conflict" title={`${theirs.by} has replied already`} id="conflict">
      <p>There is one reply to each signed copy. Theirs stands above. Yours was not sent:</p>
      {mine.map((text, index) => (
        <p className="ir-as-typed" key={index}>
          {text}
        </p>
      ))}
      <p>You can still ask the school a question.</p>
    </Panel>
  );
}
