/** Two overlapping circles: the self-review and the second view. `tick` draws the sign of a signed copy. */
export function BrandMark({ tick = false, className }: { tick?: boolean; className?: string }) {
  return (
    <svg
      className={className ?? "ir-brand-mark"}
      viewBox="0 0 38 26"
      aria-hidden="true"
      focusable="false"
    >
      {tick ? null : (
        <path
          className="ir-brand-lens"
          d="M19 4.200a11.5 11.5 0 0 1 0 17.6 11.5 11.5 0 0 1 0-17.600z"
        />
      )}
      <circle className="ir-brand-ring-one" cx="13" cy="13" r="11.5" />
      <circle className="ir-brand-ring-two" cx="25" cy="13" r="11.5" />
      {tick ? <path className="ir-brand-tick" d="M13.5 13.500l4 4 7.5-9" /> : null}
    </svg>
  );
}
