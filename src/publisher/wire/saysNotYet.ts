/** Words of a newsroom for what is not out yet, or not for everybody; they may be joined to others. */
export const saysNotYet =
  /draft|pending|embargo|with-?held|hold|private|cancel|kill|withdraw|unpublish|not[\s_-]?(?:yet|for|ready)|review|progress|internal|confidential|secret|hidden|spike|trash|delete|schedul/i;
