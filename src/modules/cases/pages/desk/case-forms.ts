import { type Form, form, type PageRequest } from '#kernel/page.ts';
import { dayFromParts } from '#ui/index.ts';
import * as contract from '../../contract.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { casePath } from './address.ts';
import { flagsIn } from './flags.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Back to the case, which says what was done and leads to the next one of the list. */
function afterwards(did: string) {
  return (_: unknown, { params, query }: PageRequest) =>
    casePath(params['caseNo'] ?? '', { list: query['list'], at: query['at'], tab: query['tab'], did });
}

/** A form of the case's page that comes back to it. */
export function act(name: string, endpoint: Endpoint, input?: Form['input']): Form {
  return form(endpoint, afterwards(name), input);
}

/** Three boxes as one day; half-filled ones as something the contract refuses. */
function withDay(name: string): NonNullable<Form['input']> {
  return (fields) => {
    const parts = (fields[name] ?? {}) as Readonly<Record<string, string>>;
    const isEmpty = Object.values(parts).every((part) => !part);
    return { ...fields, [name]: isEmpty ? undefined : (dayFromParts(parts) ?? '-') };
  };
}

/** The chosen ground is a sentence in the applicant's language; what was written stands after it. */
function withGround(fields: Fields): Fields {
  const reason = [fields['ground'], fields['reason']].filter((part) => typeof part === 'string' && part.trim() !== '').join('\n');
  return { ...fields, reason };
}

function withFlags(fields: Fields): Fields {
  return { ...fields, flags: flagsIn(fields).map(({ flag }) => flag) };
}

export const actForms = {
  claim: act('claim', contract.claim),
  release: act('release', contract.release),
  accept: act('accept', contract.accept),
  'accept-tolerated': act('accept-tolerated', contract.acceptTolerated),
  'refuse-intake': act('refuse-intake', contract.refuseIntake, withGround),
  'ask-correction': act('ask-correction', contract.askCorrection, withFlags),
  lapse: act('lapse', contract.lapse),
  'finish-stage': act('finish-stage', contract.finishStage),
  'ask-opinion': act('ask-opinion', contract.askOpinion),
  'pause-clock': act('pause-clock', contract.pauseClock),
  'resume-clock': act('resume-clock', contract.resumeClock),
  extend: act('extend', contract.extend),
  propose: act('propose', contract.propose, withDay('validUntil')),
  'send-back': act('send-back', contract.sendBack),
  sign: act('sign', contract.sign),
  'check-later': act('check-later', contract.checkLater),
  revoke: act('revoke', contract.revoke),
  reopen: act('reopen', contract.reopen),
  apologise: act('apologise', contract.apologise, withDay('on')),
  'open-green': act('open-green', contract.openGreen),
  merge: act('merge', contract.merge),
  remind: act('remind', contract.remind),
  'hand-over': act('hand-over', contract.handOver),
} satisfies Readonly<Record<string, Form>>;

export type DeskAct = keyof typeof actForms;
export const deskActs = Object.keys(actForms) as readonly DeskAct[];
