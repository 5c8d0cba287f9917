import type { ReactNode } from "react";
import { Page, type Back } from "../page";
import { WhoCanSeeThis } from "../who-can-see/who-can-see-this";
import { SafeguardingNotice } from "./safeguarding-notice";

type VisitPageProps = {
  title: string;
  caption?: string;
  lede?: ReactNode;
  back?: Back;
  /** An error summary or a message, before the heading. */
  above?: ReactNode;
  /** The page has a box to write in: the safeguarding notice stands beside it. */
  hasBox?: boolean;
  /** Sentences of `whoSeesVisit`; each page says who can see what it shows. */
  whoCanSee: readonly string[];
  /** More for the side, first. */
  side?: ReactNode;
  children: ReactNode;
};

/** A page of a visit: main column, and a side with the safeguarding notice and who can see this. */
export function VisitPage({ hasBox = false, whoCanSee, side, children, ...page }: VisitPageProps) {
  return (
    <Page
      template="reading"
      {...page}
      side={
        <>
          {side}
          {hasBox ? <SafeguardingNotice /> : null}
          <WhoCanSeeThis sentences={whoCanSee} />
        </>
      }
    >
      {children}
    </Page>
  );
}
