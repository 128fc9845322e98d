import type { HelpWords } from './index.ts';

export const words: HelpWords = {
  help: {
    title: 'Help',
    lead: 'Call 12345: somebody answers day and night. Below is what people ask most.',
    sections: [
      {
        id: 'find',
        title: 'How to find what you need',
        text: [
          'Write it on the first page as you would say it, for example “open a restaurant”. Chinese, pinyin, Vietnamese with or without marks and English all work; one wrong letter does no harm.',
          'You can also look by theme, office or place, or by how many visits it takes.',
        ],
        links: [
          { href: '/services', label: 'Search services' },
          { href: '/themes', label: 'By theme' },
          { href: '/directories', label: 'How many visits' },
        ],
      },
      {
        id: 'now',
        title: 'The hall is closed: what now?',
        text: [
          'Each guide says which ways are open, which are closed, why, and what to use instead. A few plain questions also lead you to the best way.',
        ],
        links: [
          { href: '/how-now', label: 'The best way to do it now' },
          { href: '/notices', label: 'Notices' },
        ],
      },
      {
        id: 'apply',
        title: 'How to apply',
        text: [
          'Open the guide and press “Start now”. Each page asks one thing; stop at any time and go on later.',
          'Nothing is sent until you press “Submit”, and the page keeps saying so. Afterwards you get a case number: please note it.',
        ],
        links: [],
      },
      {
        id: 'track',
        title: 'How to track a case',
        text: [
          'The case number and the last four digits of your phone are enough; no sign-in. You see how far it is, who has it, when it will be done and whom to call.',
        ],
        links: [{ href: '/track', label: 'Track a case' }],
      },
      {
        id: 'book',
        title: 'How to book a visit',
        text: [
          'Choose the service, the hall, a day and a time, and you have a ticket; to change or cancel it you need not sign in. Without the internet call the hall, or 12345, and we book for you. If it is urgent tell us the situation first.',
        ],
        links: [
          { href: '/book', label: 'Book a visit' },
          { href: '/halls', label: 'Phones and opening hours' },
        ],
      },
      {
        id: 'ask',
        title: 'How to ask',
        text: ['Each guide ends with the phone of the office and of the officer in charge. If you do not know whom to ask, call 12345.'],
        links: [{ href: '/contacts', label: 'Offices, officers and their phones' }],
      },
      {
        id: 'complain',
        title: 'How to complain or suggest',
        text: [
          'Call the number under “Supervision” in the guide, or 12345, and give your case number. Every complaint is registered and answered.',
          'You may also write to the hall with your name and how to reach you. Against a decision you can apply for review or go to court as the decision itself explains.',
        ],
        links: [{ href: '/contacts', label: 'Phone of the supervision section' }],
      },
      {
        id: 'rate',
        title: 'How to rate',
        text: [
          'When your case is done you can rate it on the page where you track it. After a bad rating somebody calls to ask what went wrong, and mends it.',
        ],
        links: [{ href: '/track', label: 'Track a case' }],
      },
      {
        id: 'others',
        title: 'For others, and with help',
        text: [
          'You need not be online: family or a village helper can apply for you, and for some services an officer comes to your home. You are told of every step somebody takes for you.',
        ],
        links: [],
      },
      {
        id: 'privacy',
        title: 'Who sees my data',
        text: ['Only those who work on your case. Sign in to see who looked at your data, and when.'],
        links: [{ href: '/my/views', label: 'Who looked at my data' }],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody should be able to get things done alone. This page says what works, what does not yet, and how to tell us.',
    sections: [
      {
        id: 'done',
        title: 'What works',
        text: [
          'We follow the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, and check every update by machine.',
          'Every service page works with the keyboard alone, at 200% zoom without sideways scrolling, and with scripts switched off.',
          'A state is never colour alone but shape and words too. When a form has mistakes the top of the page lists them, each with a link.',
          'No picture puzzles, no flashing, no advertising, nothing that plays by itself.',
        ],
        links: [],
      },
      {
        id: 'care',
        title: 'Care mode',
        text: [
          'At the top of every page you can switch to larger letters and buttons, only the most important things on each page, and the telephone always at the bottom. Your choice is remembered.',
        ],
        links: [{ href: '/?care=1', label: 'Switch to care mode' }],
      },
      {
        id: 'languages',
        title: 'Languages',
        text: [
          'Pages come in simplified and traditional Chinese, Vietnamese and English. Names of laws stay as written. Some services are not translated yet; they show the Chinese or Vietnamese text.',
        ],
        links: [],
      },
      {
        id: 'gaps',
        title: 'What does not work yet',
        text: [
          'Services taken over from other systems show their text as it came; some of it is hard to read.',
          'Photos and files sent by applicants carry no description.',
          'Every flow chart has a text version; printed PDFs are not yet marked up for screen readers.',
          'So far we test with tools and by hand ourselves; people with disabilities have not yet tried it systematically.',
        ],
        links: [],
      },
      {
        id: 'tell',
        title: 'Tell us, complain',
        text: [
          'If a page does not work for you, call 12345 or the office, and say which page and which phone or software. We first help you get it done, then mend the page.',
          'If the answer does not satisfy you, call the supervision line.',
        ],
        links: [{ href: '/contacts', label: 'Phones of offices and supervision' }],
      },
    ],
  },
};
