import type { ReactNode } from "react";

/** What has just happened, above the heading of the page it led to. Goes in `Page`'s `above`. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div className="ir-panel ir-notice" role="status">
      <p>{children}</p>
    </div>
  );
}
