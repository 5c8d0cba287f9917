import { formatDate, formatTime } from "~/domain/calendar/format";
import { REPLY_BOXES, REPLY_BOX_WORDS, type ReplyTexts } from "~/domain/reply/reply-boxes";

export type ShownReply = ReplyTexts & { id: string; number: number; by: string; at: Date };

type SentReplyProps = { reply: ShownReply; title: string; level?: "h2" | "h3" };

/** A reply as it was sent; a box that holds nothing is left out. */
export function SentReply({ reply, title, level: Heading = "h2" }: SentReplyProps) {
  const Part = Heading === "h2" ? "h3" : "h4";
  const written = REPLY_BOXES.filter((box) => reply[box].trim() !== "");
  return (
    <section className="ir-section ir-reply" id={`reply-${reply.id}`} tabIndex={-1}>
      <Heading className="ir-h2">{title}</Heading>
      <p className="ir-muted">
        {reply.by}, {formatDate(reply.at)}, {formatTime(reply.at)}, to signed copy {reply.number}
      </p>
      {written.map((box) => (
        <div key={box}>
          <Part className="ir-h3">{REPLY_BOX_WORDS[box]}</Part>
          <p className="ir-as-typed">{reply[box]}</p>
        </div>
      ))}
    </section>
  );
}
