import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { focusFirst } from "./row-keys";

/** "Carry on at C3" leads to the row: the keys work there at once. */
export function useFocusedRow(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const row = document.getElementById(hash.slice(1));
    if (row?.dataset["item"] !== undefined) focusFirst(row);
  }, [hash]);
}
