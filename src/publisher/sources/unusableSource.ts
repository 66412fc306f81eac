/** Thrown for a named source that is not there or may not be read; the message is a sentence for people. */
export class UnusableSource extends Error {}
