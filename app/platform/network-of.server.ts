import { isIPv6 } from "node:net";

/** An IPv4 address as it is; of an IPv6 address its /64, since one caller is given all of that. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [before = "", after] = address.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const missing = Array.from({ length: 8 - head.length - tail.length }, () => "0");
  const groups = after === undefined ? head : [...head, ...missing, ...tail];
  return groups.slice(0, 4).join(":");
}
