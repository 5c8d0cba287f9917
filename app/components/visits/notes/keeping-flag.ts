/** Says without opening anything that this browser keeps something of visits. */
const FLAG = "inclusion-review-visits";

export const rememberKeeping = (): void => localStorage.setItem(FLAG, "1");

/** Whether this browser has ever kept anything of visits. */
export const keepsVisits = (): boolean => {
  try {
    return localStorage.getItem(FLAG) !== null;
  } catch {
    return false;
  }
};
