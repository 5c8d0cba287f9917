export const visitPath = (id: string): string => `/visits/${id}`;

/** A page of a visit: "plan", "record". */
export const visitPagePath = (id: string, page: string): string => `${visitPath(id)}/${page}`;

/** Today, saying what was just done. */
export const visitDonePath = (id: string, done: string): string => `${visitPath(id)}?done=${done}`;
