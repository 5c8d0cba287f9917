import { classNames } from "./class-names";
import { ICON_SHAPES, type IconName, type IconShape } from "./icon-paths";

type IconProps = {
  name: IconName;
  /** What the icon says when no word beside it says so; without it the icon is hidden from readers. */
  label?: string;
  tone?: "pine" | "saved" | "caution" | "error" | "control";
  size?: "medium" | "large";
};

/** One icon of the set, in the colour of the text around it unless a tone is given. */
export function Icon({ name, label, tone, size }: IconProps) {
  const shape: IconShape = ICON_SHAPES[name];
  const naming = label ? { role: "img", "aria-label": label } : { "aria-hidden": true as const };
  return (
    <svg
      className={classNames(
        "ir-icon",
        shape.solid && "ir-icon-solid",
        tone && `ir-icon-${tone}`,
        size && `ir-icon-${size}`,
      )}
      viewBox="0 0 20 20"
      focusable="false"
      {...naming}
      dangerouslySetInnerHTML={{ __html: pathsOf(shape) }}
    />
  );
}

/** Our own constant shapes as markup: drawn as elements they were a tenth of a page. */
function pathsOf({ paths, counter = [] }: IconShape): string {
  const solid = paths.map((path) => `<path d="${path}" fill-rule="evenodd"/>`);
  const open = counter.map((path) => `<path d="${path}" class="ir-icon-counter"/>`);
  return [...solid, ...open].join("");
}
