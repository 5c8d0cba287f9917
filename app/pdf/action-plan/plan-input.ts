/** One action as it is printed: everything in words. */
export type PrintedAction = {
  title: string;
  leadRole: string;
  /** "Started". */
  state: string;
  /** "Where we are", and what was written; only those that say something, in the order of the form. */
  says: { label: string; value: string }[];
};

/** What a copy of an action plan is printed from: plain data, so that it can be posted to a worker thread. */
export type PlanInput = {
  school: { name: string; urn: string };
  /** "Term 4, 2026 to 2027", and its actions, what matters most first. */
  terms: { title: string; actions: PrintedAction[] }[];
  demonstration: boolean;
  madeAt: Date;
  /** 32 hexadecimal digits: the same for the same content. */
  id: string;
};
