export const roundVisitsPath = (key: string, roundId?: string): string =>
  `/organisations/${key}/visits${roundId === undefined ? "" : `?round=${roundId}`}`;

/** What the closed visits of a round come to; the file with `page` "figures.csv". */
export const visitFiguresPath = (key: string, roundId?: string, page = "figures"): string =>
  `/organisations/${key}/visits/${page}${roundId === undefined ? "" : `?round=${roundId}`}`;

export const proposePath = (key: string): string => `/organisations/${key}/visits/propose`;

type Of = { urn: string; roundId: string; replace?: string };

/** Who could visit a school, or who does; with `replace`, who could take one reviewer's place. */
export function schoolMatchingPath(key: string, { urn, roundId, replace }: Of): string {
  const query = new URLSearchParams({ round: roundId });
  if (replace !== undefined) query.set("replace", replace);
  return `/organisations/${key}/visits/schools/${urn}?${query.toString()}`;
}
