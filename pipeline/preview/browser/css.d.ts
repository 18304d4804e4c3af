/** A style sheet as text: esbuild takes it into the script. */
declare module '*.css' {
  const text: string;
  export default text;
}
