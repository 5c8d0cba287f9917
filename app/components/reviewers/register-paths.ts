export const registerPath = (key: string): string => `/organisations/${key}/reviewers`;
export const reviewerPath = (key: string, id: string): string => `${registerPath(key)}/${id}`;
/** The assurance letter or the certificate of visits, as a PDF. */
export const paperPath = (key: string, id: string, paper: "letter" | "certificate"): string =>
  `${reviewerPath(key, id)}/papers/${paper}`;
