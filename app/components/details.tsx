import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

type DetailsProps = { summary: ReactNode; open?: boolean; quiet?: boolean; children: ReactNode };

/** Something folded away. The browser's own element, so it opens without JavaScript. `quiet` draws a side line. */
export function Details({ summary, open, quiet = true, children }: DetailsProps) {
  return (
    <details className={classNames("ir-details", quiet && "ir-details-quiet")} open={open}>
      <summary>
        <Icon name="triangle" />
        {summary}
      </summary>
      <div className="ir-details-body">{children}</div>
    </details>
  );
}
