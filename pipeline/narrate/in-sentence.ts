/** A name in the middle of a sentence: "Good day" begins small, "PM2.5" and "VOCs" do not. */
export const inSentence = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
