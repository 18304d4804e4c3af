/** Formulas and the numbers in them that stand low, where they stand alone: PM2.5, SO2, NOx, NH3, CH4. Longer names (CO2e) are no formulas. */
const FORMULAS = /\b(PM(?=2\.5|10|1\b)|(?:SO|NO|CO|O|NH|N|CH|H)(?=[234x]))(2\.5|10|1|[234x])(?![\w.]*\w)/g;
/** Those that go on after the number: H2S, N2O, H2O. */
const LONGER = /\b([HN])2([SO])(?![\w.]*\w)/g;

/** Subscripts for PM2.5, SO2 and the like in one piece of text. What a reader copies or searches for stays PM2.5. */
export const chemistry = (text: string): string =>
  text.replace(LONGER, '$1<sub>2</sub>$2').replace(FORMULAS, '$1<sub>$2</sub>');
