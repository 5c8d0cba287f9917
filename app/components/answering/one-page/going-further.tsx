import type { Level } from "~/domain/questionnaire/definition";
import type { OnePageView } from "~/services/answering/views";
import { Details } from "../../details";
import { counted } from "../answer-words";
import { PointRows } from "./point-rows";

type GoingFurtherProps = {
  groups: OnePageView["goingFurther"];
  levels: readonly Level[];
  owner: string;
  wishSeen: string;
};

/** Points that are not needed to sign, folded away by section. */
export function GoingFurther({ groups, levels, owner, wishSeen }: GoingFurtherProps) {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  if (count === 0) return null;
  const words = `Going further: ${counted(count, "more point")} in ${counted(groups.length, "section")}`;
  return (
    <Details summary={words} quiet={false}>
      {groups.map(({ key, title, items }) => (
        <section key={key} aria-labelledby={`further-${key}`}>
          <h3 className="ir-h3" id={`further-${key}`}>
            {key}. {title}
          </h3>
          <PointRows items={items} levels={levels} owner={owner} wishSeen={wishSeen} />
        </section>
      ))}
    </Details>
  );
}
