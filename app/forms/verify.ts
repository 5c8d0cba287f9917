import { z } from "~/domain/zod";

/** Names of the controls on `/verify`. */
export const FILE_FIELD = "file";
export const REFERENCE_FIELD = "reference";

/** Bytes a file to check may have: 25 MB. */
export const FILE_MAX_BYTES = 25 * 1024 * 1024;

/** Far above what anybody types; longer text is cut and then no reference. */
export const REFERENCE_MAX = 200;

/** The reference as typed; reading it is the domain's. */
export const ReferenceSchema = z
  .string()
  .transform((typed) => typed.trim().slice(0, REFERENCE_MAX))
  .catch("");
