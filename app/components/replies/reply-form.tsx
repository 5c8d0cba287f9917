import { Form } from "@remix-run/react";
import { formatDate, formatTime } from "~/domain/calendar/format";
import {
  REPLY_BOXES,
  REPLY_BOX_WORDS,
  REPLY_MAX,
  type ReplyBox,
  type ReplyTexts,
} from "~/domain/reply/reply-boxes";
import type { Clash } from "~/domain/visit/three-way";
import { Button } from "../button";
import { NamesQuestion } from "../form/names-question";
import { TextArea } from "../form/text-area";
import { SavedLine } from "../saved-line";
import { ClashPanel } from "../visits/record/clash-panel";
import { REPLY_FORM } from "./reply-paths";
import { useReplyBoxes } from "./use-reply-boxes";

/** A reply as it came back: typed, with what is wrong and what a colleague wrote meanwhile. */
export type SentDraft = {
  typed: ReplyTexts;
  problems: readonly { field: string; message: string; asks?: "names" }[];
  clashes: readonly Clash[];
};

type ReplyFormProps = {
  page: string;
  number: number;
  writing: { stands: ReplyTexts; last: { by: string; at: Date } | null };
  sent: SentDraft | null;
};

const HINTS: Record<ReplyBox, string> = {
  noticed:
    "What stands out, in their words where you can. “Quote” beside a statement puts them here.",
  wondered: "Questions to think about. They need no answer.",
  offered: "From what they asked for. Change it as you like.",
};

export const replyBoxId = (box: string): string => `reply-${box}`;

/** The one reply to a signed copy: three boxes, kept as they are written. */
export function ReplyForm({ page, number, writing, sent }: ReplyFormProps) {
  const { stands, last } = writing;
  const begin = { texts: sent?.typed ?? stands, base: stands };
  const { boxes, write, saved } = useReplyBoxes(begin, { page, number });
  const problemAt = (box: ReplyBox) => sent?.problems.find(({ field }) => field === box);
  return (
    <>
      <ClashPanel
        clashes={sent?.clashes ?? []}
        typed={sent?.typed ?? {}}
        nameOf={(field) =>
          REPLY_BOXES.flatMap((box) => (box === field ? [REPLY_BOX_WORDS[box]] : [])).join("")
        }
      />
      <Form method="post" action={page} id={REPLY_FORM} noValidate preventScrollReset>
        <input type="hidden" name="form" value="reply" />
        <input type="hidden" name="number" value={number} />
        {REPLY_BOXES.map((box) => (
          <div key={box}>
            <TextArea
              id={replyBoxId(box)}
              name={box}
              label={REPLY_BOX_WORDS[box]}
              hint={HINTS[box]}
              value={boxes.texts[box]}
              onChange={(event) => write(box, event.currentTarget.value)}
              error={problemAt(box)?.message}
              limit={REPLY_MAX}
              rows={4}
              warnNames
            />
            <input type="hidden" name={`was.${box}`} value={boxes.base[box]} />
          </div>
        ))}
        {sent?.problems.some(({ asks }) => asks === "names") ? (
          <NamesQuestion id="reply-names" name="namesConfirmed" />
        ) : null}
        {last === null ? null : (
          <p className="ir-small ir-muted">
            Draft last kept by {last.by}, {formatDate(last.at)}, {formatTime(last.at)}.
          </p>
        )}
        <SavedLine state={saved} />
        <div className="ir-actions">
          <Button name="act" value="send">
            Send the reply
          </Button>
          <Button secondary name="act" value="keep">
            Keep as a draft
          </Button>
        </div>
      </Form>
    </>
  );
}
