import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SigningKey } from './signature-cms.ts';

const yearMs = 365.25 * 86_400_000;

/** The RSA key, its certificate and the chain of a PKCS#12 file. */
export async function loadSigningKey(p12Path: string, passphrase: string): Promise<SigningKey> {
  const { default: forge } = await import('node-forge');
  const { asn1, pkcs12, pki } = forge;
  const p12 = pkcs12.pkcs12FromAsn1(asn1.fromDer((await readFile(p12Path)).toString('latin1')), false, passphrase);
  const bags = (bagType: string) => p12.getBags({ bagType })[bagType] ?? [];
  const key = (bags(pki.oids['pkcs8ShroudedKeyBag'] as string)[0] ?? bags(pki.oids['keyBag'] as string)[0])?.key;
  if (!key) throw new Error(`${p12Path} has no RSA key`);
  const modulus = (key as { n: { toString(): string } }).n.toString();
  const certificates = bags(pki.oids['certBag'] as string).flatMap(({ cert }) => cert ?? []);
  const own = certificates.find((one) => (one.publicKey as { n?: { toString(): string } }).n?.toString() === modulus);
  if (!own) throw new Error(`${p12Path} has no certificate for its key`);
  const bytes = (one: (typeof certificates)[number]) => Buffer.from(asn1.toDer(pki.certificateToAsn1(one)).getBytes(), 'latin1');
  return {
    key: createPrivateKey(pki.privateKeyToPem(key)),
    certificate: bytes(own),
    chain: certificates.filter((one) => one !== own).map(bytes),
  };
}

/** A self-signed certificate for development, readable by its owner only. Several processes may start at once: the first one's file stays. */
export async function createSigningKey(
  p12Path: string,
  passphrase: string,
  { name, at }: { readonly name: string; readonly at: Date },
): Promise<void> {
  if (await isThere(p12Path)) return;
  const { default: forge } = await import('node-forge');
  const { asn1, md, pkcs12, pki } = forge;
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = pki.privateKeyFromPem(pair.privateKey);
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.publicKeyFromPem(pair.publicKey);
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  certificate.validity.notBefore = new Date(at.getTime() - 86_400_000);
  certificate.validity.notAfter = new Date(at.getTime() + 10 * yearMs);
  const subject = [{ name: 'commonName', value: name, valueTagClass: asn1.Type.UTF8 as unknown as typeof asn1.Class.UNIVERSAL }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
  ]);
  certificate.sign(key, md.sha256.create());
  const p12 = asn1.toDer(pkcs12.toPkcs12Asn1(key, [certificate], passphrase, { algorithm: 'aes256', friendlyName: 'tongban' })).getBytes();
  await writeOnce(p12Path, Buffer.from(p12, 'latin1'));
}

async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(part, bytes, { mode: 0o600, flag: 'wx' });
  try {
    await link(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(part);
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
