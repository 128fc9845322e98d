import { createHash, type KeyObject, sign, verify, X509Certificate } from 'node:crypto';
import { der, derSet, members, type Node, oid, readDer, tags } from './der.ts';

const oids = {
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingCertificate: oid('1.2.840.113549.1.9.16.2.47'),
  sha256: oid('2.16.840.1.101.3.4.2.1'),
  rsa: oid('1.2.840.113549.1.1.1'),
};

export type SigningKey = { readonly key: KeyObject; readonly certificate: Buffer; readonly chain: readonly Buffer[] };

/**
 * A detached CMS signature (RFC 5652) as PAdES baseline B-B asks for (ETSI EN 319 142-1): what is signed includes the certificate's hash,
 * and the time stands in the PDF, not here.
 */
export function signDetached(content: Uint8Array, { key, certificate, chain }: SigningKey): Buffer {
  const one = der(tags.integer, Buffer.from([1]));
  const sha = der(tags.sequence, oids.sha256);
  const attributes = derSet(
    attribute(oids.contentType, oids.data),
    attribute(oids.messageDigest, der(tags.octets, sha256(content))),
    attribute(oids.signingCertificate, der(tags.sequence, der(tags.sequence, der(tags.sequence, der(tags.octets, sha256(certificate)))))),
  );
  const { issuer, serial } = issuerOf(certificate);
  const signer = der(
    tags.sequence,
    one,
    der(tags.sequence, issuer, serial),
    sha,
    Buffer.concat([Buffer.from([tags.context0]), attributes.subarray(1)]),
    der(tags.sequence, oids.rsa, der(tags.nothing)),
    der(tags.octets, sign('sha256', attributes, key)),
  );
  const certificates = der(tags.context0, certificate, ...chain);
  const body = der(tags.sequence, one, der(tags.set, sha), der(tags.sequence, oids.data), certificates, der(tags.set, signer));
  return der(tags.sequence, oids.signedData, der(tags.context0, body));
}

export type SignerName = { readonly name: string; readonly certificateSha256: string };

/** Who signed exactly this content, or `undefined` if nobody did: the content, the signed attributes or the certificate was changed. */
export function verifyDetached(cms: Buffer, content: Uint8Array): SignerName | undefined {
  const [, wrapped] = members(readDer(cms));
  const signedData = members(readDer((wrapped as Node).value));
  const certificate = readDer(find(signedData, tags.context0).value).whole;
  const signer = members(readDer((signedData.at(-1) as Node).value));
  const attributes = find(signer, tags.context0);
  const said = members(attributes).map((one) => members(one).map((part) => part.whole));
  const holds = (type: Buffer, value: Buffer) => said.some(([kind, values]) => kind?.equals(type) && values?.includes(value));
  if (!holds(oids.messageDigest, der(tags.octets, sha256(content)))) return undefined;
  if (!holds(oids.signingCertificate, der(tags.octets, sha256(certificate)))) return undefined;
  const { publicKey, subject, fingerprint256 } = new X509Certificate(certificate);
  const signed = Buffer.concat([Buffer.from([tags.set]), attributes.whole.subarray(1)]);
  if (!verify('sha256', signed, publicKey, (signer.findLast((part) => part.tag === tags.octets) as Node).value)) return undefined;
  return { name: /^CN=(.*)$/m.exec(subject)?.[1] ?? subject, certificateSha256: fingerprint256.replaceAll(':', '').toLowerCase() };
}

function attribute(type: Buffer, value: Buffer): Buffer {
  return der(tags.sequence, type, der(tags.set, value));
}

function issuerOf(certificate: Buffer): { issuer: Buffer; serial: Buffer } {
  const [toBeSigned] = members(readDer(certificate));
  const parts = members(toBeSigned as Node).filter((part) => part.tag !== tags.context0);
  return { serial: (parts[0] as Node).whole, issuer: (parts[2] as Node).whole };
}

function find(nodes: readonly Node[], tag: number): Node {
  const found = nodes.find((node) => node.tag === tag);
  if (!found) throw new RangeError('not a CMS signature');
  return found;
}

export function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
