import type { LogoOfPlace } from "../shell/page-handle";

/** `decorative`: the name stands beside it as text, so it is not said twice. */
type LogoProps = { logo: LogoOfPlace; decorative?: boolean };

/** An organisation's logo, at most two lines high; its own sides keep the page from jumping. */
export function Logo({ logo: { src, width, height, alt }, decorative = false }: LogoProps) {
  return (
    <img
      className="ir-logo"
      src={src}
      width={width}
      height={height}
      alt={decorative ? "" : alt}
      decoding="async"
    />
  );
}
