/** The address that all pages of one self-review start with. */
export const reviewPath = ({ urn, id }: { urn: string; id: string }): string =>
  `/schools/${urn}/self-reviews/${id}`;

type Place = { urn: string; id: string; section: string };

/** The full view of a section. */
export const sectionPath = ({ section, ...review }: Place): string =>
  `${reviewPath(review)}/sections/${section}`;

/** The levels view of a section, one row for each statement. */
export const levelsPath = (place: Place): string => `${sectionPath(place)}/levels`;
