/** The composer's field, reached from anywhere: by `/`, from the palette, or to put a text into it. */
export const COMPOSER_ID = "composer";

export const focusComposer = () => document.getElementById(COMPOSER_ID)?.focus();
