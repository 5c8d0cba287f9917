import type { ModeratedView } from "~/domain/visit/states";
import { VIEW_WORDS } from "~/domain/visit/view-words";

const SHAPES: Record<ModeratedView, string> = {
  "further-on": '<path d="M10 3l8 14H2z"/>',
  "about-there": '<path d="M3 6.500h14v2.600H3zM3 11.500h14v2.600H3z"/>',
  "not-there-yet": '<path d="M2 3h16l-8 14z"/>',
  "not-looked-at":
    '<circle cx="10" cy="10" r="7.500" fill="none" stroke="currentColor" stroke-width="1.800" stroke-dasharray="3.600 2.600"/>',
};

/** A moderated view: its shape with its word (look/README.md section 3). */
export const ViewWord = ({ view }: { view: ModeratedView }) => (
  <span className={`ir-view-word ir-view-${view}`}>
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: SHAPES[view] }}
    />
    {VIEW_WORDS[view]}
  </span>
);
