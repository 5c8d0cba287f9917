/** The largest prime below two to the power of 31, and a multiplier that visits every number below it once. */
const MODULUS = 2_147_483_647;
const MULTIPLIER = 48_271;

/**
 * Numbers from 0 up to 1 that look random and are the same for the same seed, so that a sample can be drawn again
 * and explained (Park and Miller's generator). For samples of schools; never for secrets.
 */
export function seededRandom(seed: string): () => number {
  let state = 1;
  for (const letter of seed) {
    state = ((state * 31 + (letter.codePointAt(0) ?? 0)) % (MODULUS - 1)) + 1;
  }
  const step = () => {
    state = (state * MULTIPLIER) % MODULUS;
    return (state - 1) / (MODULUS - 1);
  };
  // The first numbers of seeds that lie close together lie close together too.
  for (let warming = 0; warming < 5; warming += 1) step();
  return step;
}
