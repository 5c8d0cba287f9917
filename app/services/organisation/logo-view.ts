/** A logo with its address: the hash in it changes with the picture, so browsers may keep it. Sides in pixels. */
export type LogoView = { src: string; width: number; height: number; alt: string };

type Facts = { sha256: string; width: number; height: number; alt: string };

/** How much of the hash stands in the address. */
const SHOWN = 16;

export const logoView = (key: string, { sha256, ...shown }: Facts): LogoView => ({
  src: `/organisations/${key}/logo?v=${logoVersion(sha256)}`,
  ...shown,
});

export const logoVersion = (sha256: string): string => sha256.slice(0, SHOWN);
