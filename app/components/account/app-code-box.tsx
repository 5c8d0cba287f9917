import { TextInput } from "../form/text-input";

/** Where the code of an authenticator app is entered. */
export const AppCodeBox = ({ id, error }: { id: string; error: string | undefined }) => (
  <TextInput
    id={id}
    name="code"
    label="Code from the app"
    hint="6 figures. Each code works once."
    autoComplete="one-time-code"
    inputMode="numeric"
    width="short"
    error={error}
  />
);
