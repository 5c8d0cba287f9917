/** The ten codes for the day the phone is lost. They are shown once; only their hashes are stored. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <section className="ir-panel" aria-labelledby="recovery-codes">
      <h2 className="ir-h3" id="recovery-codes">
        Your recovery codes
      </h2>
      <p>
        Print them or put them into your password manager now: they are shown this once. If you lose
        the app, each signs you in one time.
      </p>
      <ol className="ir-recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code className="ir-secret">{code}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
