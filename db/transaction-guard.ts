import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Knows whether the code running now is inside a transaction. A `transact` inside another would wait for
 * itself for ever, and a read through the other door would miss what the transaction has written.
 */
export type TransactionGuard = {
  run: <T>(fn: () => Promise<T>) => Promise<T>;
  /** Throws inside a transaction. */
  refuseInside: (what: string) => void;
};

/** A guard for one database. */
export function makeTransactionGuard(): TransactionGuard {
  const storage = new AsyncLocalStorage<{ open: boolean }>();
  return {
    // A timer started inside keeps the store after the transaction has ended: hence `open`.
    run: (fn) => {
      const mark = { open: true };
      return storage.run(mark, async () => {
        try {
          return await fn();
        } finally {
          mark.open = false;
        }
      });
    },
    refuseInside: (what) => {
      if (storage.getStore()?.open === true) {
        throw new Error(`${what} inside a transaction: pass tx down and use it`);
      }
    },
  };
}
