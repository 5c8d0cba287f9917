import type { ReactNode } from "react";
import { BackLink } from "./back-link";
import { classNames } from "./class-names";

/** Where the link above the heading goes, and the page it names. */
export type Back = { to: string; label: string };

type PageProps = {
  /** The one h1 of the page. */
  title: string;
  /** The muted line above the heading: "Section C, 5 statements". */
  caption?: string;
  /** One or two sentences under the heading. */
  lede?: ReactNode;
  back?: Back;
  /** An error summary or a message, before the heading. */
  above?: ReactNode;
  /** The side panel; with it the page has two columns from a tablet up. */
  side?: ReactNode;
  /** `reading` two thirds and one third; `screen` rest and 400 px; `thing` two thirds only; `full` all of it. */
  template?: "reading" | "screen" | "thing" | "full";
  children: ReactNode;
};

/** Heading and templates of a page. Every screen is one `Page`, so that each has exactly one h1. */
export function Page({
  title,
  caption,
  lede,
  back,
  above,
  side,
  template = "full",
  children,
}: PageProps) {
  const columns = side && (template === "reading" || template === "screen");
  return (
    <div className={template === "thing" ? "ir-one-thing" : undefined}>
      {back ? <BackLink {...back} /> : null}
      {above ? <div className="ir-above">{above}</div> : null}
      <div className="ir-heading">
        {caption ? <p className="ir-caption">{caption}</p> : null}
        <h1 className="ir-h1">{title}</h1>
        {lede ? <div className="ir-lede">{lede}</div> : null}
      </div>
      {columns ? (
        <div className={classNames("ir-columns", `ir-columns-${template}`)}>
          <div>{children}</div>
          <aside className="ir-stack">{side}</aside>
        </div>
      ) : (
        <>
          {children}
          {side}
        </>
      )}
    </div>
  );
}
