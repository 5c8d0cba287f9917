import { hash, verify } from "@node-rs/argon2";

/** How passwords are hashed and checked. Tests count through it; the service uses `argon2Passwords`. */
export type Passwords = {
  /** A PHC string to store. */
  hash: (password: string) => Promise<string>;
  verify: (stored: string, password: string) => Promise<boolean>;
};

/** OWASP's first choice for argon2id (19 MiB, two passes, one lane): about 25 ms. The library's default is argon2id. */
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** argon2id. The same letters typed on another keyboard may come composed otherwise, hence NFKC. */
export const argon2Passwords: Passwords = {
  hash: (password) => hash(password.normalize("NFKC"), COST),
  verify: (stored, password) => verify(stored, password.normalize("NFKC")),
};

/**
 * Stands in for the stored hash of accounts that do not exist or have no password, so that answering
 * takes as long as for those that do. Of a random text nobody kept; a match would not be believed either.
 */
export const NOBODY_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$giFil1iXoHR+3/1PvqgXfQ$c7k3a6Dndve/TKnguGCw4a7eXojtWKmcwOtnSFLOFEs";
