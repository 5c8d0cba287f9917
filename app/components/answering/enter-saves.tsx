/** Return in a box or on a choice presses the first button of a form: this one, which only saves. */
export const EnterSaves = () => (
  <button
    type="submit"
    name="then"
    value="stay"
    className="govuk-visually-hidden"
    tabIndex={-1}
    aria-hidden
  >
    Save
  </button>
);
