/** An entry of help as a form or a line of a file has it: all of it text. Lists are joined by ";". */
export type TypedSupport = {
  questionnaire: string;
  kind: string;
  title: string;
  /** "C3; C5". */
  statements: string;
  about: string;
  /** One date on a line, or joined by ";": "26 January 2027, 15:45, Online". */
  dates: string;
  booking: string;
  link: string;
  email: string;
  telephone: string;
  districts: string;
  /** URN of a sharing school. */
  school: string;
  /** "yes": the school agreed to be named. */
  agreed: string;
  from: string;
  to: string;
};

export type SupportField = keyof TypedSupport;
export type SupportProblem = { field: SupportField; message: string };

/** In the order of the form and of the file. */
export const SUPPORT_FIELDS = [
  "questionnaire",
  "kind",
  "title",
  "statements",
  "about",
  "dates",
  "booking",
  "link",
  "email",
  "telephone",
  "districts",
  "school",
  "agreed",
  "from",
  "to",
] as const satisfies readonly SupportField[];

export const SUPPORT_FIELD_WORDS: Record<SupportField, string> = {
  questionnaire: "Questionnaire",
  kind: "Kind",
  title: "Name",
  statements: "Statements",
  about: "About",
  dates: "Dates",
  booking: "How to book or ask",
  link: "Link",
  email: "E-mail",
  telephone: "Telephone",
  districts: "Districts",
  school: "School (URN)",
  agreed: "Agreed to be named",
  from: "From",
  to: "To",
};

export const BLANK_SUPPORT: TypedSupport = {
  questionnaire: "",
  kind: "course",
  title: "",
  statements: "",
  about: "",
  dates: "",
  booking: "",
  link: "",
  email: "",
  telephone: "",
  districts: "",
  school: "",
  agreed: "",
  from: "",
  to: "",
};

/** The parts of a list that is written on lines or joined by ";" (and, for codes, by ","). */
export const partsOf = (text: string, separator: RegExp = /[;\n]/): string[] =>
  text
    .split(separator)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter((part) => part !== "");
