/** What a head declares where no round gives its own words: a private self-review. */
export const DEFAULT_DECLARATION =
  "I have read this self-review. To the best of my knowledge it is a fair account of inclusion at our school today. It holds no children’s names.";

/** What a governor declares with the second signature, where the round gives no words of its own. */
export const GOVERNOR_DECLARATION =
  "I have read this self-review and discussed it with the headteacher.";
