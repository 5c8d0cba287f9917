import { reviewPath } from "../answering/review-path";

/** Where the earlier versions of one answer stand: `C5`, `section:C` or `field:pupils`. */
export const versionsPath = ({ key, ...review }: { urn: string; id: string; key: string }) =>
  `${reviewPath(review)}/answers/${encodeURIComponent(key)}/versions`;
