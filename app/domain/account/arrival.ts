type Arrival = {
  /** Where the provider says the person works; null: it does not say, or not a school. */
  urn: string | null;
  /** What it said when they last came. */
  urnBefore: string | null;
  /** Whether they have a role here in that school. */
  hasRoleThere: boolean;
  hasAnyRole: boolean;
};

/**
 * Where somebody begins who asked for no page: at the school the provider names, if they have a role there. What a
 * provider says gives no role (decision 14): where they have none there, they are told so once, or for as long as they
 * have none anywhere. Null: as everybody.
 */
export function arrivalPath({ urn, urnBefore, hasRoleThere, hasAnyRole }: Arrival): string | null {
  if (urn === null) return null;
  if (hasRoleThere) return `/schools/${urn}`;
  return urn !== urnBefore || !hasAnyRole ? "/account/single-sign-on?arrived=1" : null;
}
