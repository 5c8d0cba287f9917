import { createContext, useContext } from "react";

const PersonContext = createContext<string | null>(null);

/** Carries the id of who is signed in to what this device keeps for them. */
export const PersonProvider = PersonContext.Provider;

/** The id of the person signed in; null for nobody. */
export function useSignedInPerson(): string | null {
  return useContext(PersonContext);
}
