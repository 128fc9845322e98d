import type { BookingNoticeWords } from './index.ts';

export const words: BookingNoticeWords = {
  advice: 'advice',
  contact: (hall, phone) => `${hall}, phone ${phone}`,
  notices: {
    bookingMade: {
      title: 'Your booking',
      body: ({ when, item, hall, address, arriveFrom, arriveUntil, no }) =>
        `You have booked ${when} at ${hall} (${address}) for “${item}”, number ${no}. Please arrive between ${arriveFrom} and ${arriveUntil} and show the code at the door. Your ticket says what to bring; with it you can change or cancel.`,
      text: ({ shortWhen, arriveFrom }) => `booked for ${shortWhen}, come from ${arriveFrom}.`,
    },
    bookingMoved: {
      title: 'Your booking has moved',
      body: ({ when, item, hall, arriveFrom, arriveUntil }) =>
        `Your booking for “${item}” has moved to ${when}, ${hall}. Please arrive between ${arriveFrom} and ${arriveUntil}. The earlier time has been given up.`,
      text: ({ shortWhen, arriveFrom }) => `moved to ${shortWhen}, come from ${arriveFrom}.`,
    },
    bookingCancelled: {
      title: 'Your booking is cancelled',
      body: ({ when, item, hall }) =>
        `Your booking for “${item}” on ${when} at ${hall} has been cancelled. If it was not you, please call the number below at once.`,
      text: ({ shortWhen }) => `the booking on ${shortWhen} is cancelled.`,
    },
    bookingTomorrow: {
      title: 'Tomorrow you have a booking',
      body: ({ when, item, hall, address, arriveFrom, arriveUntil }) =>
        `On ${when} you are expected at ${hall} (${address}) for “${item}”. Arrive between ${arriveFrom} and ${arriveUntil} with your papers and identity document. If you cannot come, change or cancel, so that somebody else can have the time.`,
      text: ({ shortWhen }) => `you have a booking on ${shortWhen}. Bring your papers.`,
    },
    bookingToday: {
      title: 'Today you have a booking',
      body: ({ when, item, hall, arriveFrom, arriveUntil }) =>
        `${when} you are expected at ${hall} for “${item}”. Arrive between ${arriveFrom} and ${arriveUntil} and show your code at the door.`,
      text: ({ shortWhen, arriveFrom }) => `you have a booking at ${shortWhen}, come from ${arriveFrom}.`,
    },
    bookingOffered: {
      title: 'Your time cannot take place; here is a new one',
      body: ({ was, when, item, hall, answerBy }) =>
        `Your booking${was ? ` of ${was}` : ''} for “${item}” cannot take place, and we apologise. We hold ${when} at ${hall} for you until ${answerBy}. Open your ticket to answer: yes, another time, another way, or no. Nothing is cancelled without you.`,
      text: ({ shortWhen }) => `your booking is affected. We hold ${shortWhen} for you, please answer.`,
    },
    placeFound: {
      title: 'A place is free for you',
      body: ({ when, item, hall, answerBy }) =>
        `A place you waited for is free: “${item}”, ${when}, ${hall}. It is held for you until ${answerBy}. Open your ticket to take it; if you no longer want it, say so and the next in line gets it.`,
      text: ({ shortWhen }) => `a place is free: ${shortWhen}. Please confirm soon.`,
    },
    offerLapsed: {
      title: 'The time we held for you has passed',
      body: ({ item, hall }) =>
        `We had no answer about the time we held for you, so it went to others. Your place in line at ${hall} for “${item}” is kept and new times are offered to you first. If it is urgent, call the number below or choose another way.`,
      text: () => 'the time held for you has passed; you keep your place in line.',
    },
    bookingDisplaced: {
      title: 'The hall is closed; your place in line is kept',
      body: ({ was, item, hall }) =>
        `${hall} is closed and nobody knows yet until when. Your booking${was ? ` of ${was}` : ''} for “${item}” cannot take place, and we apologise. Your place in line is kept and you are told first. If it is urgent, open your ticket to choose another way, or call the number below.`,
      text: () => 'the hall is closed. Your place in line is kept.',
    },
  },
};
