import type { MetaFunction } from "@remix-run/node";
import { Page } from "~/components/page";

export const meta: MetaFunction = () => [{ title: "Accessibility - Inclusion Review" }];

export default function Accessibility() {
  return (
    <Page
      title="Accessibility"
      template="thing"
      lede="We want everyone in your school to be able to read, answer and sign."
    >
      <div className="ir-prose">
        <h2>What you can do</h2>
        <ul>
          <li>use every page with a keyboard alone, or with JavaScript off</li>
          <li>enlarge to 400% and read without scrolling sideways, tables of figures excepted</li>
          <li>tell levels apart by their word and their steps, without seeing colour</li>
          <li>turn off the single keys that choose a level</li>
          <li>hear the headings, lists and tables of a signed PDF in reading order</li>
        </ul>
        <h2>How far it meets the standard</h2>
        <p>
          We build to the Web Content Accessibility Guidelines version 2.2, level AA, and check each
          page with an automatic test. That finds some faults, not all. People who use assistive
          technology every day have not yet tested the service.
        </p>
        <h2>If something is in your way</h2>
        <p>
          Tell your officer at the organisation that runs the round what you were doing and what you
          use. You can also ask for any page or signed copy in another format.
        </p>
      </div>
    </Page>
  );
}
