/** Addresses of the pages on which officers ring and write. */
export const mondayPath = (key: string, { whole = false } = {}): string =>
  `/organisations/${key}${whole ? "?whose=all" : ""}`;
export const callPath = (key: string, urn: string): string => `/organisations/${key}/calls/${urn}`;
export const ownCallPath = (key: string, urn: string, call: string): string =>
  `${callPath(key, urn)}?call=${call}`;
export const coverPath = (key: string): string => `/organisations/${key}/cover`;
export const returnsPath = (key: string): string => `/organisations/${key}/returns`;
export const lettersPath = (key: string, batch: string): string =>
  `/organisations/${key}/letters/${batch}`;
export const writePath = (key: string): string => `/organisations/${key}/letters/new`;

/** "tel:01632960127": what a telephone dials. */
export const telephoneLink = (telephone: string): string =>
  `tel:${telephone.replace(/[^\d+]/g, "")}`;
