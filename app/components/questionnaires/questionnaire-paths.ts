/** Addresses of the pages on which an organisation writes its questionnaires. */
export const questionnairesPath = (organisation: string): string =>
  `/organisations/${organisation}/questionnaires`;

export const newQuestionnairePath = (organisation: string): string =>
  `${questionnairesPath(organisation)}/new`;

type AtQuestionnaire = { organisation: string; questionnaire: string };

export const questionnairePath = ({ organisation, questionnaire }: AtQuestionnaire): string =>
  `${questionnairesPath(organisation)}/${questionnaire}`;

type AtVersion = AtQuestionnaire & { number: number };

export const versionPath = ({ number, ...at }: AtVersion): string =>
  `${questionnairePath(at)}/versions/${number}`;

export const comparisonPath = (at: AtVersion): string => `${versionPath(at)}/compare`;
export const versionFilePath = (at: AtVersion, format: string): string =>
  `${versionPath(at)}/file?as=${format}`;

/** The JSON Schema of a questionnaire file, open to everyone. */
export const SCHEMA_PATH = "/questionnaire.schema.json";
