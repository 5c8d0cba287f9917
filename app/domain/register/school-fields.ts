/** What the register keeps of a school from a GIAS file; days are YYYY-MM-DD. */
export type RegisterSchool = {
  urn: string;
  laCode: string;
  laName: string;
  establishmentNumber: string | null;
  name: string;
  typeName: string;
  typeGroup: string;
  status: string;
  phaseName: string;
  lowAge: number | null;
  highAge: number | null;
  pupils: number | null;
  street: string;
  town: string;
  postcode: string;
  district: string | null;
  telephone: string | null;
  openedOn: string | null;
  closedOn: string | null;
  trustName: string | null;
  federationName: string | null;
};

export type RegisterField = keyof RegisterSchool;
export type FieldValue = string | number | null;

/** All fields but the URN, which says whose they are; in the order a person would look at them. */
export const COMPARED_FIELDS: readonly RegisterField[] = [
  "name",
  "status",
  "closedOn",
  "openedOn",
  "laCode",
  "laName",
  "establishmentNumber",
  "typeName",
  "typeGroup",
  "phaseName",
  "lowAge",
  "highAge",
  "pupils",
  "trustName",
  "federationName",
  "street",
  "town",
  "postcode",
  "district",
  "telephone",
];

/** What a school has of which a file says nothing. */
export const NOTHING_SAID: Omit<RegisterSchool, "urn" | "laCode" | "name" | "status"> = {
  laName: "",
  establishmentNumber: null,
  typeName: "",
  typeGroup: "",
  phaseName: "",
  lowAge: null,
  highAge: null,
  pupils: null,
  street: "",
  town: "",
  postcode: "",
  district: null,
  telephone: null,
  openedOn: null,
  closedOn: null,
  trustName: null,
  federationName: null,
};

/** What pages call each field. */
export const FIELD_LABELS: Record<RegisterField, string> = {
  urn: "URN",
  laCode: "Authority code",
  laName: "Authority",
  establishmentNumber: "Establishment number",
  name: "Name",
  typeName: "Type",
  typeGroup: "Type group",
  status: "Status",
  phaseName: "Phase",
  lowAge: "Youngest age",
  highAge: "Oldest age",
  pupils: "Pupils",
  street: "Street",
  town: "Town",
  postcode: "Postcode",
  district: "District",
  telephone: "Telephone",
  openedOn: "Opened",
  closedOn: "Closed",
  trustName: "Trust",
  federationName: "Federation",
};

/** GIAS says "Open" and "Open, but proposed to close" of schools that run. */
export const isOpen = ({ status }: { status: string }): boolean => /^open\b/i.test(status);
export const isClosed = ({ status }: { status: string }): boolean => /^closed\b/i.test(status);
