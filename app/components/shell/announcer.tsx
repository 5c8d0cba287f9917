import { createContext, type ReactNode, useContext, useState } from "react";

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** Says something once, politely, to people who use a screen reader. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnounceContext);
}

/** Holds the one polite live region of the page. */
export function Announcer({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState("");
  return (
    <AnnounceContext.Provider value={setMessage}>
      {children}
      <div className="govuk-visually-hidden" role="status" aria-live="polite">
        {message}
      </div>
    </AnnounceContext.Provider>
  );
}
