/** 已写成读者语言的时间和名称；空的就是没有。 */
export type BookingFacts = {
  readonly when: string;
  readonly shortWhen: string;
  readonly arriveFrom: string;
  readonly arriveUntil: string;
  readonly item: string;
  readonly hall: string;
  readonly address: string;
  readonly was: string;
  readonly answerBy: string;
  readonly no: string;
};

/** 一句短信不超过70个字，连署名和网址在内。 */
export const words = {
  advice: '咨询',
  contact: (hall: string, phone: string) => `${hall}，电话${phone}`,
  notices: {
    bookingMade: {
      title: '预约好了',
      body: ({ when, item, hall, address, arriveFrom, arriveUntil, no }: BookingFacts) =>
        `您约了${when}到${hall}（${address}）办“${item}”，预约号${no}。请在${arriveFrom}—${arriveUntil}之间到，门口出示预约码。要带的材料、改时间、取消，都在预约单里。`,
      text: ({ shortWhen, arriveFrom }: BookingFacts) => `${shortWhen}已约好，${arriveFrom}起可进`,
    },
    bookingMoved: {
      title: '预约时间改好了',
      body: ({ when, item, hall, arriveFrom, arriveUntil }: BookingFacts) =>
        `“${item}”的预约改到${when}，${hall}。请在${arriveFrom}—${arriveUntil}之间到。原来的时间已经让出。`,
      text: ({ shortWhen, arriveFrom }: BookingFacts) => `已改到${shortWhen}，${arriveFrom}起可进`,
    },
    bookingCancelled: {
      title: '预约已经取消',
      body: ({ when, item, hall }: BookingFacts) => `${when}到${hall}办“${item}”的预约已经取消。如果不是您取消的，请马上打下面的电话。`,
      text: ({ shortWhen }: BookingFacts) => `${shortWhen}的预约已取消`,
    },
    bookingTomorrow: {
      title: '明天有预约',
      body: ({ when, item, hall, address, arriveFrom, arriveUntil }: BookingFacts) =>
        `${when}您约了到${hall}（${address}）办“${item}”，请在${arriveFrom}—${arriveUntil}之间到，带好材料和身份证件。来不了请改时间或者取消，让给别人。`,
      text: ({ shortWhen }: BookingFacts) => `${shortWhen}有预约，请带好材料`,
    },
    bookingToday: {
      title: '今天有预约',
      body: ({ when, item, hall, arriveFrom, arriveUntil }: BookingFacts) =>
        `${when}您约了到${hall}办“${item}”，请在${arriveFrom}—${arriveUntil}之间到，在门口出示预约码。`,
      text: ({ shortWhen, arriveFrom }: BookingFacts) => `${shortWhen}有预约，${arriveFrom}起可进`,
    },
    bookingOffered: {
      title: '原来的时间不能办了，给您留了新时间',
      body: ({ was, when, item, hall, answerBy }: BookingFacts) =>
        `您${was ? `${was}的` : ''}预约（“${item}”）不能办了，向您道歉。我们给您留了${when}，${hall}，保留到${answerBy}。请打开预约单答复：同意、换时间、换一种办法，或者不办了。没有您的答复我们不会取消。`,
      text: ({ shortWhen }: BookingFacts) => `预约受影响，改留${shortWhen}，请答复`,
    },
    placeFound: {
      title: '排队等到空位了',
      body: ({ when, item, hall, answerBy }: BookingFacts) =>
        `您排队等的“${item}”有空位：${when}，${hall}。给您保留到${answerBy}，请打开预约单确定；不要了也请说一声，让给下一位。`,
      text: ({ shortWhen }: BookingFacts) => `等到空位：${shortWhen}，请尽快确定`,
    },
    offerLapsed: {
      title: '给您留的时间过了',
      body: ({ item, hall }: BookingFacts) =>
        `给您留的时间没有等到答复，已经让出。您在${hall}办“${item}”的先后顺序还留着，有新时间先给您。急的话请打下面的电话，或者换一种办法。`,
      text: () => '给您留的时间已过，先后顺序仍保留',
    },
    bookingDisplaced: {
      title: '大厅暂停，您的先后顺序留着',
      body: ({ was, item, hall }: BookingFacts) =>
        `${hall}暂停办理，恢复的时间还没有定，您${was ? `${was}的` : ''}预约（“${item}”）不能办了，向您道歉。您的先后顺序替您留着，恢复时先通知您。急的话请打开预约单换一种办法，或者打下面的电话。`,
      text: () => '大厅暂停，您的先后顺序留着，急事可换办法',
    },
  },
};
