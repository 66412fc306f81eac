import { BlockList, isIPv4, isIPv6 } from 'node:net';

/**
 * IPv4 that is not anybody's on the public internet: IANA's special-purpose registry (RFC 6890 and its updates),
 * multicast, and what lies above.
 */
const special4 = blocks('ipv4', [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // A public number that a large cloud answers from inside each of its machines.
  '168.63.129.16/32',
]);

/** IPv6 that is given out to networks at all. */
const global6 = blocks('ipv6', ['2000::/3']);

/** Special within that: Teredo, benchmarks and other protocols' own, documentation, 6to4. */
const special6 = blocks('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** IPv6 that only wraps an IPv4 address in its last 32 bits: mapped (RFC 4291) and NAT64 (RFC 6052). */
const wrapping6 = [
  [0, 0, 0, 0, 0, 0xffff],
  [0x64, 0xff9b, 0, 0, 0, 0],
] as const;

/**
 * Whether an IP address is a unicast one on the public internet. An IPv6 address that wraps an IPv4 one is as public
 * as that one; anything that is no IP address, or names a network interface (`fe80::1%eth0`), is not.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  const groups = groupsOf(address);
  if (wrapping6.some((prefix) => prefix.every((group, index) => group === groups[index]))) {
    const [high = 0, low = 0] = groups.slice(6);
    return isPublicAddress(`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`);
  }
  return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

function blocks(family: 'ipv4' | 'ipv6', nets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const net of nets) {
    const [address = '', bits] = net.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const before = numbersOf(head);
  if (tail === undefined) return before;
  const after = numbersOf(tail);
  const gap = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...gap, ...after];
}

function numbersOf(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}
