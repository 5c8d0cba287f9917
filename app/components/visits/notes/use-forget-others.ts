import { useEffect } from "react";
import { forgetPagesOfOthers } from "./kept-pages";

/** Pages kept for one person go when another signs in on the same device, and all of them after signing out. */
export function useForgetOthers(person: string | null): void {
  useEffect(() => {
    const { pathname, search } = window.location;
    const isOut = pathname === "/sign-in" && new URLSearchParams(search).has("out");
    if (person !== null || isOut) void forgetPagesOfOthers(person);
  }, [person]);
}
