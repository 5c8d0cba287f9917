import { Icon } from "../icon";
import type { IconName } from "../icon-paths";
import type { ReactNode } from "react";
import type { ConfirmationPageView } from "./confirmation-page";
import { signedPath } from "./review-paths";

/** How the PDF stands; `none` while the governor is awaited. */
export type DocumentState =
  { state: "none" | "pending" | "failed" } | { state: "ready"; pages: number; size: number };

/** The PDF of a signed copy: awaited, being made, not made yet, or there. */
export function DocumentCard({ view }: { view: ConfirmationPageView }) {
  const { document } = view;
  const here = signedPath(view, view.number);
  switch (document.state) {
    case "ready":
      return (
        <Card icon="document">
          <p className="ir-strong">
            <a href={`${here}/pdf`}>Signed copy {view.number}, PDF</a>
          </p>
          <p>{fileFacts(document)}. Sealed, so anyone can check that it is unchanged.</p>
          <CheckCode code={view.checkCode} />
        </Card>
      );
    case "pending":
      return (
        <Card icon="half">
          <p className="ir-strong">It is being made. This takes about a minute.</p>
          <p>You can leave this page. {safeWords(view)}</p>
          <LookAgain here={here} />
          <CheckCode code={view.checkCode} />
        </Card>
      );
    case "failed":
      return (
        <Card icon="warning">
          <p className="ir-strong">It could not be made yet.</p>
          <p>{safeWords(view)} We try again by ourselves.</p>
          <LookAgain here={here} />
          <CheckCode code={view.checkCode} />
        </Card>
      );
    case "none":
      return (
        <Card icon="document">
          <p className="ir-strong">
            <a href={`${here}/draft.pdf`}>Copy marked “Draft, one signature awaited”</a>
          </p>
          <p>PDF. Not sealed, so it cannot be checked with its reference.</p>
        </Card>
      );
  }
}

function safeWords({ signatures }: ConfirmationPageView): string {
  const given = signatures.filter(({ kind }) => kind !== "declined").length;
  return given > 1 ? "Both signatures are safe." : "Your signature is safe.";
}

/** "14 pages, 212 kB". */
export function fileFacts({ pages, size }: { pages: number; size: number }): string {
  const kilobytes = Math.max(1, Math.round(size / 1000));
  return `PDF, ${pages} ${pages === 1 ? "page" : "pages"}, ${kilobytes} kB`;
}

const LookAgain = ({ here }: { here: string }) => (
  <p>
    <a href={here}>Look again</a>
  </p>
);

function CheckCode({ code }: { code: string }) {
  const groups = code.match(/.{1,4}/g) ?? [];
  return <p className="ir-check-code">Check code {groups.join(" ")}</p>;
}

function Card({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div className="ir-card ir-file-card">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
