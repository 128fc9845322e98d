import type { MessageWords } from './index.ts';

const finish = (unit: string, by: string) => (by ? `${unit} will finish by ${by}.` : `${unit} is working on it.`);

export const words: MessageWords = {
  notices: {
    merged: {
      title: 'Two applications are handled as one',
      body: ({ item, caseNo, instead }) =>
        `You sent more than one application for “${item}”; ${caseNo} is joined with ${instead}, whose limit stays as it is. There is nothing for you to do now.`,
    },
    impliedApproved: {
      title: 'Approved: the limit has passed',
      body: ({ item, unit }) =>
        `${unit} did not decide on “${item}” within the statutory limit, so by law it counts as approved. The document is on its way. We are sorry for the wait.`,
    },
    impliedRefused: {
      title: 'Counts as refused: the limit has passed',
      body: ({ item, unit }) =>
        `${unit} did not decide on “${item}” within the statutory limit, so by law it counts as refused. You can ask for an administrative review, or call us. We are sorry.`,
    },
    alarmSilence: {
      title: 'The law decided because we did not',
      body: ({ item, caseNo, unit }) =>
        `${caseNo} “${item}” was not answered in time and by law counts as decided or accepted. The unit: ${unit}. Please find out why.`,
    },
    greened: {
      title: 'Your application is in the green channel',
      body: ({ item, by, who, reason }) =>
        `“${item}” is in the green channel: ${reason}\nIn charge: ${who}; call directly if anything is unclear. ${by ? `It will be finished by ${by}. ` : ''}There is nothing for you to do now.`,
    },
    approvedOwing: {
      title: 'Approved, a paper is still to come',
      body: ({ item, unit, points }) =>
        `${unit} approved “${item}”. Please send in time:\n${points.join('\n')}\nOpen the case and upload photos.`,
    },
    owingDue: {
      title: 'Please send the papers you owe',
      body: ({ item, points }) =>
        `Papers of “${item}” that were to follow are due soon:\n${points.join('\n')}\nOpen the case and upload photos.`,
    },
    owingBroken: {
      title: 'A paper did not come in time',
      body: ({ item, points }) =>
        `Papers of “${item}” were not handed in by their day:\n${points.join('\n')}\nThis is remembered and officers will see it when you apply again. Please send them soon.`,
    },
    owingLapsed: {
      title: 'Ended: a paper did not come',
      body: ({ item, points }) =>
        `The papers of “${item}” that were to follow did not come; as promised at acceptance, the case has ended:\n${points.join('\n')}\nWhat you filled in is kept; you can apply again at any time.`,
    },
    revoked: {
      title: 'The decision is revoked',
      body: ({ item, unit, reason, points }) =>
        `${unit} has revoked the decision on “${item}”; its documents no longer hold. ${[reason, ...points].filter(Boolean).join('\n')}\nIf you disagree, call us or ask for an administrative review.`,
    },
    submitted: {
      title: 'We have your application',
      body: ({ item, caseNo, unit, by }) =>
        `We have your application for “${item}”, number ${caseNo}. ${unit} will tell you ${by ? `by ${by}` : 'soon'} whether it is accepted. There is nothing for you to do now.`,
    },
    submittedFor: {
      title: 'Somebody applied for you',
      body: ({ item, caseNo, unit, by, who }) =>
        `${who} applied for “${item}” on your behalf, number ${caseNo}. ${unit} will tell you ${by ? `by ${by}` : 'soon'} whether it is accepted. If you asked nobody to do this, please call at once.`,
    },
    accepted: {
      title: 'Your application is accepted',
      body: ({ item, unit, by }) => `“${item}” is accepted and its time has begun. ${finish(unit, by)} There is nothing for you to do now.`,
    },
    acceptedOwing: {
      title: 'Accepted, some papers still to come',
      body: ({ item, unit, by, points }) =>
        `“${item}” is accepted ahead and its time has begun. ${finish(unit, by)} Please send in time:\n${points.join('\n')}`,
    },
    deemed: {
      title: 'Your application counts as accepted',
      body: ({ item, unit, by }) =>
        `We did not tell you in time whether “${item}” is accepted. By law it counts as accepted from the day we received it. ${finish(unit, by)} There is nothing for you to do now.`,
    },
    notAccepted: {
      title: 'Your application was not accepted',
      body: ({ item, unit, reason, instead }) =>
        `${unit} did not accept “${item}”. The reason: ${reason}${instead ? `\nWhat to do instead: ${instead}` : ''}\nYou can apply again once it is put right. If you disagree, call us or ask for an administrative review.`,
    },
    correction: {
      title: 'Please put some points right',
      body: ({ item, unit, by, points, reason }) =>
        `${unit} asks you to put “${item}” right by ${by}. That time does not count. This is everything, said at once:\n${points.join('\n')}${reason ? `\n${reason}` : ''}\nOpen the case, change each point and send it.`,
    },
    answered: {
      title: 'The applicant has put it right',
      body: ({ item, caseNo, by }) =>
        `The applicant of ${caseNo} “${item}” sent the correction; time runs again${by ? `, until ${by}` : ''}. Please go on.`,
    },
    supplied: {
      title: 'A paper that was owed is there',
      body: ({ item, caseNo, points }) => `The applicant of ${caseNo} “${item}” handed in: ${points.join(', ')}. Please check it.`,
    },
    paused: {
      title: 'The time is stopped',
      body: ({ item, unit, reason }) =>
        `${unit} is working on “${item}”. The time is stopped: ${reason}. These days do not count. There is nothing for you to do now.`,
    },
    resumed: {
      title: 'The time runs again',
      body: ({ item, unit, by }) => `The time of “${item}” runs again. ${finish(unit, by)} There is nothing for you to do now.`,
    },
    extended: {
      title: 'We need more time',
      body: ({ item, unit, by, reason }) =>
        `“${item}” takes some days more. The reason: ${reason}\n${finish(unit, by)} This happens once only.`,
    },
    apologised: {
      title: 'We are late and apologise',
      body: ({ item, unit, by, reason }) =>
        `“${item}” was not finished in time, and we apologise.${reason ? ` The cause: ${reason}` : ''}\nThe new date is ${by}; ${unit} will finish by then. You need not come again.`,
    },
    approved: {
      title: 'Approved',
      body: ({ item, unit }) => `${unit} approved “${item}”. The result is on its way to you as you wished; open the case to see it.`,
    },
    refused: {
      title: 'Refused',
      body: ({ item, unit, reason }) =>
        `${unit} refused “${item}”. The reason: ${reason}\nThe decision says how to appeal; open the case to read it.`,
    },
    partly: {
      title: 'Approved in part',
      body: ({ item, unit, reason }) =>
        `${unit} approved a part of “${item}”. The reason: ${reason}\nDetails and how to appeal are in the decision; open the case to read it.`,
    },
    terminated: {
      title: 'Ended',
      body: ({ item, unit, reason }) =>
        `${unit} ended “${item}” without a decision on the merits. The reason: ${reason}\nThe notice says what you can do; open the case to read it.`,
    },
    served: {
      title: 'The result is delivered',
      body: ({ item }) => `“${item}” is done and the result delivered. A minute to rate how it went helps us; you need not.`,
    },
    reopened: {
      title: 'Opened again',
      body: ({ item, unit, by, reason }) =>
        `${unit} opened “${item}” again; the earlier decision no longer holds. The reason: ${reason}\n${by ? `It will be finished by ${by}. ` : ''}There is nothing for you to do now.`,
    },
    lapsed: {
      title: 'Ended: not put right in time',
      body: ({ item }) => `“${item}” was not put right in time and has ended. What you filled in is kept; you can apply again at any time.`,
    },
    withdrawn: {
      title: 'The application was taken back',
      body: ({ item, who }) =>
        `The application for “${item}” was taken back by ${who} and goes no further. If you did not want this, please call at once. You can apply again at any time.`,
    },
    takenBack: {
      title: 'The applicant took it back',
      body: ({ item, caseNo }) => `${caseNo} “${item}” was taken back by the applicant. Nothing is left to do.`,
    },
    fromOffice: {
      title: 'A message from the office',
      body: ({ item, unit }) => `${unit} wrote to you about “${item}”. Open the case to read it and to answer.`,
    },
    fromApplicant: {
      title: 'A message from the applicant',
      body: ({ item, caseNo }) => `The applicant of ${caseNo} “${item}” wrote to you. Open the case to read it and to answer.`,
    },
    reminded: {
      title: 'You are pressed to act',
      body: ({ item, caseNo, by, who, reason }) =>
        `${who} asks you to act on ${caseNo} “${item}”${by ? ` by ${by}` : ''}. ${reason ? `${reason}\n` : ''}Please act now, or hand it over if you cannot.`,
    },
    handedOver: {
      title: 'A case was handed to you',
      body: ({ item, caseNo, by, who, reason }) =>
        `${who} handed ${caseNo} “${item}” to you${by ? `; it is due by ${by}` : ''}. ${reason ? `${reason}\n` : ''}Please open it and go on.`,
    },
    parcel: {
      title: 'The result is with the courier',
      body: ({ item, reason }) => `The result of “${item}” is with the courier, number ${reason}. Please be ready to receive it.`,
    },
    draftFor: {
      title: 'Somebody is applying for you',
      body: ({ item, who }) =>
        `${who} began to fill in “${item}” for you. It is not sent yet; you will be told when it is. If you asked nobody to do this, please call at once.`,
    },
    draftDay: {
      title: 'An application waits to be sent',
      body: ({ item }) =>
        `Your application for “${item}” is half filled in and kept. Go on with it, or delete it if you no longer need it.`,
    },
    draftLast: {
      title: 'Not sent yet: the last reminder',
      body: ({ item }) =>
        `Your application for “${item}” has not been touched for three days. It is kept, and we will not remind you again. Go on with it, or delete it.`,
    },
    channelClosed: {
      title: 'This way is closed for now',
      body: ({ item, by, reason, instead }) =>
        `From ${by} on, “${item}”, which you have half filled in, cannot be done this way. ${reason ? `The reason: ${reason}\n` : ''}What you filled in is kept. ${instead ? `You can do it like this: ${instead}.` : 'We will tell you when it opens again.'}`,
    },
    channelOpen: {
      title: 'This way is open again',
      body: ({ item }) => `You can go on with “${item}”; what you filled in is kept.`,
    },
  },
  contact: (unit, officer, phone) => `In charge: ${[unit, officer].filter(Boolean).join(', ')}${phone ? `, phone ${phone}` : ''}`,
  point: (no, name, wrong) => `${no}. ${name}${wrong ? `: ${wrong}` : ''}`,
  owed: (name, by) => `${name}, by ${by}`,
  row: (name, no) => `${name} (no. ${no})`,
  list: (parts) => parts.join(', '),
  defects: {
    unreadable: 'cannot be read',
    incomplete: 'incomplete',
    expired: 'expired',
    'wrong-document': 'not the paper that is needed',
    'not-signed': 'not signed',
    'not-stamped': 'not stamped',
    'names-differ': 'the names differ',
    'too-old': 'too old',
    'page-missing': 'a page is missing',
  },
  shortText: (agency: string, text: string, link: string) => `${agency}: ${text} ${link}`,
  mail: {
    subject: (agency, title, caseNo) => `${agency}: ${title}${caseNo ? ` (${caseNo})` : ''}`,
    open: 'Open it: ',
    foot: (agency) => `${agency}\nThis mail was sent by a machine; please do not answer it.`,
  },
  inbox: {
    title: 'Notices',
    lead: 'Every step of your cases is told here.',
    unread: 'Unread',
    read: 'Noted',
    readAll: 'Mark all as read',
    open: 'Open the case',
    openBooking: 'Open the ticket',
    openDraft: 'Go on',
    empty: 'No notices yet.',
    older: 'Earlier notices',
  },
  outbox: {
    title: 'Demo mail and text messages',
    lead: 'In the demo nothing leaves the house; mail and text messages are kept here, the newest first.',
    none: 'Mail and text messages go out through their providers; there is nothing here.',
    empty: 'Nothing yet.',
    to: (address) => `To ${address}`,
    text: 'Text message',
  },
  refusals: {
    not_found: 'There is no such notice.',
    bad_cursor: 'That page does not exist; start from the first one.',
  },
};
