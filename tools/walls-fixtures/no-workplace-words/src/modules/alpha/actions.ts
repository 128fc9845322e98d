// Works around issue #12.
export const act = () => 1;
