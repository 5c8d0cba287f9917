import type { ReactNode } from "react";
import { classNames } from "../class-names";
import { Icon } from "../icon";

type PanelKind = "side" | "carry-on" | "related" | "help" | "conflict" | "caution" | "private";

type PanelProps = {
  kind?: PanelKind;
  /** Heading of the panel, at the level that fits the page. */
  title?: ReactNode;
  level?: "h2" | "h3" | "h4";
  id?: string;
  children: ReactNode;
};

/**
 * A block that stands out. Blue (`related`) offers your own words from elsewhere, green (`help`) offers help,
 * violet dashes (`private`) never leave the school, a caution edge (`conflict`) holds two versions.
 */
export function Panel({ kind, title, level: Heading = "h2", id, children }: PanelProps) {
  return (
    <section
      id={id}
      className={classNames("ir-panel", kind && `ir-panel-${kind}`)}
      aria-labelledby={title && id ? `${id}-title` : undefined}
    >
      {title ? (
        <Heading className="ir-h3" id={id ? `${id}-title` : undefined}>
          {title}
        </Heading>
      ) : null}
      {children}
    </section>
  );
}

/** Notes that stay inside the school, with the words that say so. */
export function PrivatePanel({
  children,
  level: Heading = "h3",
}: Pick<PanelProps, "children" | "level">) {
  return (
    <section className="ir-panel ir-panel-private">
      <Heading className="ir-h3 ir-with-icon">
        <Icon name="lock" />
        Inside the school
      </Heading>
      <p className="ir-hint">Never in the PDF, never seen by your officer or reviewers</p>
      {children}
    </section>
  );
}
