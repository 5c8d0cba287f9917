import { findLikelyChildName } from "~/domain/people/names-guard";
import { namesQuestion } from "~/domain/people/names-question";
import type { DeviceNote, NoteProblem } from "~/domain/visit/device-notes";
import { REFUSAL_WORDS } from "~/domain/visit/device-words";
import { Button } from "../../button";
import type { VisitDevice } from "./visit-device";

type NoteProblemProps = {
  note: Omit<DeviceNote, "problem">;
  problem: NoteProblem;
  device: VisitDevice;
  line: { id: string; title: string } | null;
};

/** Why a note waits for its writer, and what they may do. Nothing of either text is lost meanwhile. */
export function NoteProblemBox({ note, problem, device, line }: NoteProblemProps) {
  return (
    <div className="ir-panel ir-panel-conflict ir-note-problem">
      {problem.kind === "conflict" ? (
        <Conflict note={note} problem={problem} device={device} />
      ) : (
        <Refused note={note} why={problem.why} device={device} line={line} />
      )}
    </div>
  );
}

type ConflictProps = {
  note: NoteProblemProps["note"];
  problem: Extract<NoteProblem, { kind: "conflict" }>;
  device: VisitDevice;
};

function Conflict({ note, problem, device }: ConflictProps) {
  const { held } = problem;
  return (
    <>
      <p>
        <strong>Two versions of this note.</strong> You changed it on another device too.
      </p>
      <dl className="ir-two-texts">
        <dt>Here</dt>
        <dd>{note.removed ? "Taken out" : note.text}</dd>
        <dt>Sent from the other device</dt>
        <dd>{held.removed ? "Taken out" : held.text}</dd>
      </dl>
      <div className="ir-buttons">
        <Button type="button" secondary onClick={() => void device.settle(note.id, "mine")}>
          Keep the one here
        </Button>
        <Button type="button" secondary onClick={() => void device.settle(note.id, "theirs")}>
          Keep the other
        </Button>
      </div>
    </>
  );
}

type RefusedProps = Omit<NoteProblemProps, "problem"> & {
  why: Extract<NoteProblem, { kind: "refused" }>["why"];
};

function Refused({ note, why, device, line }: RefusedProps) {
  const { id, kind, text, notedAt, activityId, namesConfirmed } = note;
  return (
    <>
      <p>{why === "names" ? namesQuestion(findLikelyChildName(text)) : REFUSAL_WORDS[why]}.</p>
      {why === "names" ? (
        <Button
          type="button"
          secondary
          onClick={() =>
            void device.keepAgain({
              ...{ id, kind, text, notedAt, activityId },
              namesConfirmed: true,
            })
          }
        >
          It does not name a child
        </Button>
      ) : null}
      {why === "no-such-activity" && line !== null ? (
        <Button
          type="button"
          secondary
          onClick={() =>
            void device.keepAgain({
              ...{ id, kind, text, notedAt, namesConfirmed },
              activityId: line.id,
            })
          }
        >
          Put it under {line.title}
        </Button>
      ) : null}
      <Button type="button" secondary onClick={() => void device.takeOut(id)}>
        Take it out
      </Button>
    </>
  );
}
