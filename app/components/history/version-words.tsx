import { diffWords } from "diff";
import { formatDate } from "~/domain/calendar/format";
import { readDay } from "~/domain/calendar/read-day";
import type { VersionView } from "~/services/answering/views";
import { dutyAnswerWord } from "../answering/duty-words";
import { DiffText } from "../text/diff-text";
import type { Compared } from "./compared";

/** What the two parts are called that every kind of answer has its own word for. */
export type PartLabels = { level: string; commentary: string };

const TEXTS = ["commentary", "dutyNote", "whereSeen", "value"] as const;
const LABELS = {
  dutyNote: "What is missing",
  whereSeen: "Where someone could see this",
  value: null,
};

/** One version of an answer: level and duty as words, then its texts with the changed words marked. */
export function VersionWords({ version, before, labels }: Compared & { labels: PartLabels }) {
  const { content } = version;
  const was = before?.content ?? content;
  return (
    <>
      <Choice name={labels.level} now={levelWord(version)} was={before && levelWord(before)} />
      <Choice
        name="Legal duty"
        now={content.duty && dutyAnswerWord(content.duty)}
        was={before && was.duty && dutyAnswerWord(was.duty)}
      />
      {TEXTS.map((part) => (
        <Text
          key={part}
          label={part === "commentary" ? labels.commentary : LABELS[part]}
          now={content[part]}
          was={was[part]}
        />
      ))}
      {content.helpWanted ? <p>We would like help with this</p> : null}
      {content.toConfirm ? <p>Still to confirm</p> : null}
    </>
  );
}

const levelWord = ({ levelName, content }: VersionView): string | null =>
  levelName ?? content.level;

type ChoiceProps = { name: string; now: string | null; was: string | null };

/** "Level: Established, before it Developing". Nothing where nothing is or was chosen. */
function Choice({ name, now, was }: ChoiceProps) {
  if (now === null && was === null) return null;
  return (
    <p>
      {name}: <strong>{now ?? "Not answered"}</strong>
      {was === null || was === now ? null : `, before it ${was}`}
    </p>
  );
}

type TextProps = { label: string | null; now: string; was: string };

function Text({ label, now, was }: TextProps) {
  if (now === "" && was === "") return null;
  return (
    <div>
      {label ? <p className="ir-small ir-muted">{label}</p> : null}
      {now === "" ? (
        <p className="ir-muted">Nothing written</p>
      ) : (
        <DiffText text={shown(now)} other={shown(was)} />
      )}
      {isShortened(now, was) ? (
        <p className="ir-hint">Words of the version before were taken out.</p>
      ) : null}
    </div>
  );
}

/** Dates are kept as 2026-09-04 and read as 4 September 2026. */
function shown(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateWords(text) : text;
}

function dateWords(text: string): string {
  const day = readDay(text);
  return day === null ? text : formatDate(day);
}

const isShortened = (text: string, was: string): boolean =>
  text !== "" && diffWords(was, text).some(({ removed }) => removed);
