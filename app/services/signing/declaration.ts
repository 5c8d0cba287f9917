/** What a head declares where no round gives its own words: a private self-review. */
export const DEFAULT_DECLARATION =
  "I have read this self-review. To the best of my knowledge it is a fair account of inclusion at our school today. It holds no children’s names.";
