/** The text of a script for browsers, made of a module and all it imports; see vite.config.ts. */
declare module '*?script' {
  const text: string;
  export default text;
}
