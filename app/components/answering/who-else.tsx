import type { OtherPersonView } from "~/services/answering/views";

/** "Tom Okafor is also in this section." Nothing where nobody is. */
export function WhoElse({ others }: { others: readonly OtherPersonView[] }) {
  const names = [...new Set(others.map(({ name }) => name))];
  if (names.length === 0) return null;
  const [last, ...before] = names.toReversed();
  const list = before.length === 0 ? last : `${before.toReversed().join(", ")} and ${last ?? ""}`;
  return (
    <p className="ir-body">
      {list} {names.length === 1 ? "is" : "are"} also in this section.
    </p>
  );
}
