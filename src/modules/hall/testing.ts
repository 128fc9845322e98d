import { openOffice, type Desk, type Office } from '#test/support/office.ts';

export const venue = 'hechuan-hall';

/** The demo's main hall on a Monday morning, with a clock that the test moves. */
export type QueueHall = {
  readonly office: Office;
  /** Windows that serve a group, by number; the special hall's left out. */
  readonly windowsOf: (group: string) => Promise<string[]>;
  readonly pass: (seconds: number) => void;
  /** An officer at an open window. */
  readonly sit: (username: string, group: string, nth?: number) => Promise<Clerk>;
  readonly close: () => Promise<void>;
};
export type Clerk = {
  readonly desk: Desk;
  readonly windowId: string;
  readonly act: (name: string, body?: object) => ReturnType<Desk['post']>;
};

export async function openHall(startsAt = '2020-08-03T09:00:00+08:00'): Promise<QueueHall> {
  let now = new Date(startsAt).getTime();
  const office = await openOffice({ TONGBAN_NOW: startsAt });
  Object.assign(office.app, { now: () => new Date(now) });
  const admin = await office.as('planner');
  const windowsOf: QueueHall['windowsOf'] = async (group) => {
    const { body } = await admin.get(`/hall/${venue}/windows`);
    const rows = body['rows'] as { windowId: string; groups: string[]; special: boolean }[];
    return rows.filter(({ groups, special }) => groups.includes(group) && !special).map(({ windowId }) => windowId);
  };
  return {
    office,
    windowsOf,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    sit: async (username, group, nth = 0) => {
      const desk = await office.as(username);
      const windowId = (await windowsOf(group))[nth] as string;
      const act: Clerk['act'] = (name, body = {}) => desk.post(`/hall/windows/${windowId}/${name}`, body);
      await act('open');
      return { desk, windowId, act };
    },
    close: office.close,
  };
}
