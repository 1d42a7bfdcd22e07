const ENDED = ['done', 'failed', 'cancelled'];

/** Whether a job or a retraining changes by itself no more. */
export const isEnded = ({ state }) => ENDED.includes(state);
