import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** The HTML of an element as the server writes it. For components without links inside the service. */
export const renderHtml = (element: ReactElement): string => renderToStaticMarkup(element);

/** The value of an attribute of the first tag that matches, or null. */
export function attributeOf(html: string, tag: RegExp, name: string): string | null {
  const found = tag.exec(html)?.[0] ?? "";
  return new RegExp(`\\s${name}="([^"]*)"`).exec(found)?.[1] ?? null;
}
