export const dutyDeskPath = (key: string, questionnaire: string): string =>
  `/organisations/${key}/questionnaires/${questionnaire}/duties`;
/** A duty, or the form for a new one. */
export const dutyPath = (key: string, questionnaire: string, duty: string): string =>
  `${dutyDeskPath(key, questionnaire)}/${duty}`;
