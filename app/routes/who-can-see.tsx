import type { MetaFunction } from "@remix-run/node";
import { Page } from "~/components/page";
import { VisibilityTable } from "~/components/who-can-see/visibility-table";

export const meta: MetaFunction = () => [{ title: "Who can see what - Inclusion Review" }];

export default function WhoCanSee() {
  return (
    <Page
      title="Who can see what"
      lede="Your answers stay inside your school until your headteacher signs. From then on the signed copy is what others read."
    >
      <div className="ir-prose">
        <ul>
          <li>Nobody ranks schools, here or in what is published.</li>
          <li>Someone from another school or organisation is told that a page does not exist.</li>
          <li>
            A signed copy never changes. If something about a person has to come out, the copy is
            withdrawn and issued again without it.
          </li>
        </ul>
      </div>
      <VisibilityTable />
    </Page>
  );
}
