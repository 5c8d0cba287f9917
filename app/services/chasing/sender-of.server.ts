import type { Actor } from "~/domain/policy/actor";

/** Who signs a letter: the officer by name, for the organisation. Replies go to their own address. */
export const senderOf = (
  { name, email }: Pick<Actor, "name" | "email">,
  organisation: { name: string },
): { name: string; title: string; email: string } => ({
  name,
  email,
  title: `Inclusion officer, ${organisation.name}`,
});
