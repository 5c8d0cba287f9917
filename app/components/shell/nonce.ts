import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

/** Carries the nonce of the content security policy to the few scripts the page writes itself. */
export const NonceProvider = NonceContext.Provider;

/** The nonce of this page; undefined in the browser, where the scripts already ran. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
