import { Link } from "@remix-run/react";
import { useState, type ReactNode } from "react";
import { returnsQuery, type AskedReturns } from "~/forms/returns-filter";
import { writePath } from "../chasing/chasing-paths";
import { Button } from "../button";

type ChooseSchoolsProps = {
  organisationKey: string;
  found: number;
  asked: AskedReturns;
  children: ReactNode;
};

/** The bar over rows that can be ticked: letters are looked at before anything leaves. */
export function ChooseSchools({ organisationKey, found, asked, children }: ChooseSchoolsProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const to = writePath(organisationKey);
  return (
    <form
      method="get"
      action={to}
      onChange={(event) => {
        setChosen(new FormData(event.currentTarget).getAll("chosen").length);
      }}
    >
      <input type="hidden" name="round" value={asked.round} />
      <div className="ir-choose-bar">
        <p aria-live="polite">
          {chosen === null || chosen === 0 ? (
            "Tick schools to write to them."
          ) : (
            <>
              <strong>
                {chosen} {chosen === 1 ? "school" : "schools"} chosen
              </strong>{" "}
              of {found} in this list
            </>
          )}
        </p>
        <div>
          <Link to={`${to}?${returnsQuery({ ...asked, page: 1 })}&all=1`}>Choose all {found}</Link>
          <Button secondary>
            Preview {chosen === null || chosen === 0 ? "" : `${chosen} `}
            {chosen === 1 ? "letter" : "letters"}
          </Button>
        </div>
      </div>
      {children}
    </form>
  );
}
