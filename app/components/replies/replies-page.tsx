import { Link } from "@remix-run/react";
import { formatDay } from "~/domain/calendar/format";
import { waitingWords } from "~/domain/reply/waiting";
import { ErrorSummary } from "../form/error-summary";
import { Page } from "../page";
import { Notice } from "../panels/notice";
import { Panel } from "../panels/panel";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { AnswerForm, type SentWords } from "./answer-form";
import { QuestionCard, questionTitle, type ShownQuestion } from "./question-card";
import { SentReply, type ShownReply } from "./sent-reply";

/** What the page shows: `viewReplies` of app/services/replies. */
export type RepliesPageView = {
  urn: string;
  responseId: string;
  title: string;
  organisationName: string;
  questions: ShownQuestion[];
  replies: ShownReply[];
  waiting: { days: number; replyBy: string | null } | null;
  mayAnswer: boolean;
  seenBy: string[];
};

type RepliesPageProps = {
  view: RepliesPageView;
  sent: SentWords | null;
  /** Somebody else answered, or the question was closed, while this one was written. */
  conflict: { questionId: string; typed: string } | null;
  done: boolean;
};

/** What whoever reads the return asked and replied, and the school's answers in place. */
export function RepliesPage({ view, sent, conflict, done }: RepliesPageProps) {
  const { urn, responseId, title, organisationName, questions, replies } = view;
  return (
    <Page
      template="reading"
      title="Questions and replies"
      caption={title}
      back={{ to: `/schools/${urn}`, label: "Home" }}
      above={
        <>
          <ErrorSummary errors={(sent?.problems ?? []).map(summaryOf(questions))} />
          {done ? <Notice>Your answer is with {organisationName}.</Notice> : null}
          {conflict === null ? null : <Conflict view={view} conflict={conflict} />}
        </>
      }
      side={<WhoCanSeeThis sentences={view.seenBy} />}
    >
      <WaitingLine view={view} />
      {replies.map((reply) => (
        <SentReply key={reply.id} reply={reply} title={`${organisationName} has replied`} />
      ))}
      <section className="ir-section">
        <h2 className="ir-h2">Questions</h2>
        {questions.length === 0 ? <p>No questions from your officer.</p> : null}
        {questions.map((question) => (
          <QuestionCard key={question.id} question={question} organisationName={organisationName}>
            {view.mayAnswer ? (
              <AnswerForm question={question} urn={urn} responseId={responseId} sent={sent} />
            ) : null}
          </QuestionCard>
        ))}
        <p className="ir-muted">An answer changes nothing in the copy that was signed.</p>
      </section>
      <p>
        <Link to={`/schools/${urn}/self-reviews/${responseId}`}>Go to the self-review</Link>
      </p>
    </Page>
  );
}

const summaryOf =
  (questions: readonly ShownQuestion[]) =>
  ({ field, message }: SentWords["problems"][number]) => {
    const question = questions.find(({ id }) => field === `answer-${id}`);
    const code = question?.on?.key;
    return { fieldId: field, text: code === undefined ? message : `${code}: ${message}` };
  };

function WaitingLine({ view: { waiting, organisationName } }: { view: RepliesPageView }) {
  if (waiting === null) return null;
  const by = waiting.replyBy === null ? "" : ` They reply by ${formatDay(waiting.replyBy)}.`;
  return (
    <p className="ir-body">
      {organisationName} has your return. {waitingWords(waiting)}.{by}
    </p>
  );
}

type ConflictProps = { view: RepliesPageView; conflict: { questionId: string; typed: string } };

/** Two versions of an answer: what stands is with its question, yours is here. */
function Conflict({ view, conflict }: ConflictProps) {
  const question = view.questions.find(({ id }) => id === conflict.questionId);
  return (
    <Panel kind="conflict" title="This question changed while you wrote" id="conflict">
      <p>
        {question === undefined ? "It" : questionTitle(question)} stands below as it is now. Yours
        was not sent:
      </p>
      <p className="ir-as-typed">{conflict.typed}</p>
    </Panel>
  );
}
