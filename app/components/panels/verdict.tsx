import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";
import type { IconName } from "../icon-paths";

type VerdictTone = "genuine" | "altered" | "caution";

const ICONS = {
  genuine: { name: "tick-disc", tone: "pine" },
  altered: { name: "cross-disc", tone: "error" },
  caution: { name: "question", tone: "caution" },
} as const satisfies Record<VerdictTone, { name: IconName; tone: "pine" | "error" | "caution" }>;

type VerdictProps = { tone: VerdictTone; word: string; sentence: string; children?: ReactNode };

/** What a check of a PDF found: one word, one sentence, then the facts. */
export function Verdict({ tone, word, sentence, children }: VerdictProps) {
  return (
    <section className={classNames("ir-verdict", tone !== "genuine" && `ir-verdict-${tone}`)}>
      <div className="ir-verdict-head">
        <Icon {...ICONS[tone]} size="large" />
        <div>
          <h2 className="ir-h2">{word}</h2>
          <p>{sentence}</p>
        </div>
      </div>
      {children ? <div className="ir-verdict-body">{children}</div> : null}
    </section>
  );
}
