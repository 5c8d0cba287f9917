import { diffWords } from "diff";

type DiffTextProps = {
  text: string;
  /** The other version, which it is compared with. */ other: string;
};

/** A text with the words underlined and tinted that the other version does not have. */
export function DiffText({ text, other }: DiffTextProps) {
  const parts = diffWords(other, text).filter((part) => !part.removed);
  return (
    <p className="ir-words">
      {parts.map((part, index) =>
        part.added ? (
          <mark className="ir-diff-changed" key={index}>
            {part.value}
          </mark>
        ) : (
          <span key={index}>{part.value}</span>
        ),
      )}
    </p>
  );
}
