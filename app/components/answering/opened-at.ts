import { createContext, useContext } from "react";

const OpenedAt = createContext<Date>(new Date(0));

/** The server's time when the page was made, so that "today" is the same on both sides. */
export const OpenedAtProvider = OpenedAt.Provider;
export const useOpenedAt = (): Date => useContext(OpenedAt);
