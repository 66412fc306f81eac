import { failed, type FetchFailure } from './fetched.ts';

const certificate = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY))/;
const unreachable = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/;

/** Puts in words why a connection broke; the error's own text may be the host's, so it is not shown. */
export function connectionFailure(error: unknown): FetchFailure {
  const code = codeOf(error);
  if (unreachable.test(code)) {
    const mend = 'try again later, or check the address';
    return failed('unreachable-host', 'the host does not take connections', mend);
  }
  if (code === 'ETIMEDOUT') return failed('slow-host', 'the host did not answer in time');
  if (certificate.test(code)) {
    const mend = "tell the host's keeper that its certificate is not valid";
    return failed('bad-certificate', 'the host cannot prove that it is the one named', mend);
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return failed('bad-answer', 'the head of the answer is too large');
  }
  if (code.startsWith('HPE_') || code.startsWith('ERR_SSL') || code === 'EPROTO') {
    return failed('bad-answer', 'the host does not speak as a web host does');
  }
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return failed('bad-answer', 'the answer is packed in a way that cannot be unpacked');
  }
  return failed('cut-off-answer', 'the connection broke before the answer was whole');
}

/** The system's code of an error, or of the first one in a bundle of failed tries. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
