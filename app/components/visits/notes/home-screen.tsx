import { useEffect, useState } from "react";
import { Details } from "../../details";
import { Icon } from "../../icon";
import { isPageKept } from "./kept-pages";

/** Whether this page opens without a connection, and how to make an iPad keep it. */
export function HomeScreen({ path }: { path: string }) {
  const [kept, setKept] = useState(false);
  useEffect(() => {
    const look = () => void isPageKept(path).then(setKept);
    look();
    const timer = window.setInterval(look, 3000);
    return () => window.clearInterval(timer);
  }, [path]);
  return (
    <>
      {kept ? (
        <p className="ir-hint ir-with-icon" data-testid="page-kept">
          <Icon name="tick" tone="saved" />
          This page opens without a connection
        </p>
      ) : null}
      <Details summary="On an iPad: add this page to the Home Screen">
        <p>
          Press the share button in Safari, then “Add to Home Screen”. Open the page from there
          before the visit, sign in, and write your notes in it.
        </p>
        <p>
          Why: Safari deletes what a website keeps on the iPad when you have used Safari for seven
          days without opening that website. A page on the Home Screen keeps it. The two keep notes
          apart, so use one of them for the whole visit.
        </p>
      </Details>
    </>
  );
}
