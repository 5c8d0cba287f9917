/** Districts that lie side by side, as they stand on 1 April 2026; boundaries change, so this is data. */
const BORDERS: readonly (readonly [string, string])[] = [
  ["Ashford", "Canterbury"],
  ["Ashford", "Folkestone and Hythe"],
  ["Ashford", "Maidstone"],
  ["Ashford", "Swale"],
  ["Ashford", "Tunbridge Wells"],
  ["Canterbury", "Dover"],
  ["Canterbury", "Folkestone and Hythe"],
  ["Canterbury", "Swale"],
  ["Canterbury", "Thanet"],
  ["Dartford", "Gravesham"],
  ["Dartford", "Sevenoaks"],
  ["Dover", "Folkestone and Hythe"],
  ["Dover", "Thanet"],
  ["Gravesham", "Medway"],
  ["Gravesham", "Sevenoaks"],
  ["Gravesham", "Tonbridge and Malling"],
  ["Maidstone", "Medway"],
  ["Maidstone", "Swale"],
  ["Maidstone", "Tonbridge and Malling"],
  ["Maidstone", "Tunbridge Wells"],
  ["Medway", "Swale"],
  ["Medway", "Tonbridge and Malling"],
  ["Sevenoaks", "Tonbridge and Malling"],
  ["Sevenoaks", "Tunbridge Wells"],
  ["Tonbridge and Malling", "Tunbridge Wells"],
];

/** For each district those beside it. Districts that are not known have none. */
export const DISTRICT_NEIGHBOURS: ReadonlyMap<string, readonly string[]> = neighbours();

function neighbours(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [one, other] of BORDERS) {
    found.set(one, [...(found.get(one) ?? []), other]);
    found.set(other, [...(found.get(other) ?? []), one]);
  }
  return found;
}
