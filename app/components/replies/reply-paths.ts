/** Where a school reads questions and replies about a return. */
export const repliesPath = ({ urn, id }: { urn: string; id: string }): string =>
  `/schools/${urn}/self-reviews/${id}/replies`;

/** Where an officer reads a return. */
export const returnPath = ({ key, id }: { key: string; id: string }): string =>
  `/organisations/${key}/returns/${id}`;

export const questionAnchor = (id: string): string => `question-${id}`;

/** The form of the reply, which buttons beside statements send too. */
export const REPLY_FORM = "reply";
