// What is loaded in one piece when the first page stands, so that it is there when the connection goes.
export { findKept } from '../storage/findKept.ts';
export { followReader } from './followReader.ts';
